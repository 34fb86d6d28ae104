"""Make the PDF files of this folder from texts of the fixtures: `python tests/read/printed/make.py`.

It needs pdflatex, chromium, soffice and python-docx; the tests only read the files.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
FIXTURES = HERE.parents[2] / "fixtures"
SIGNS = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "—": "---",
    "–": "--",
    "£": "\\pounds{}",
    "½": "\\textonehalf{}",
}
SUBHEAD, CAPTION, BOX = "What the council says", "The harbour seen from the old mole.", "A box beside the text."


def latex(paragraphs: list[str], columns: int, folder: Path, **given: str) -> Path:
    """Typeset by LaTeX, with a running head, subheads, a footnote and a picture."""
    lines = [
        f"\\documentclass[{given.get('size', '10pt')}]{{article}}\\usepackage[T1]{{fontenc}}",
        "\\usepackage[utf8]{inputenc}\\usepackage{textcomp,times,multicol,fancyhdr,graphicx}",
        f"\\usepackage[a4paper,margin=2cm]{{geometry}}\\setlength{{\\columnsep}}{{{given.get('gap', '14pt')}}}",
        "\\pagestyle{fancy}\\fancyhf{}\\lhead{The Orme Herald, 14 June 2018}\\rhead{Page \\thepage\\ of 77}",
        "\\cfoot{\\thepage}\\begin{document}",
        f"{{\\LARGE\\bfseries {_tex(paragraphs[0])}\\par}}\\bigskip",
        f"\\begin{{multicols}}{{{columns}}}" if columns > 1 else "",
    ]
    for number, each in enumerate(paragraphs[1:]):
        if "subhead" in given and number % 3 == 1:
            lines.append(f"\\subsection*{{{SUBHEAD}}}\n")
        if "picture" in given and number == 2:
            lines.append(f"\\begin{{center}}\\rule{{0.7\\linewidth}}{{60pt}}\\\\{{\\small {CAPTION}}}\\end{{center}}\n")
        text = _tex(each)
        if "note" in given and number == 1:
            text = re.sub(r"(\d) ", r"\1\\footnote{As the harbour office says.} ", text, count=1)
        lines += [text, ""]
    lines.append(("\\end{multicols}" if columns > 1 else "") + "\\end{document}")
    (folder / "a.tex").write_text("\n".join(lines), encoding="utf-8")
    _run("pdflatex", "-interaction=batchmode", "-output-directory", str(folder), str(folder / "a.tex"))
    return folder / "a.pdf"


def _tex(text: str) -> str:
    return "".join(SIGNS.get(char, char) for char in text)


def browser(paragraphs: list[str], columns: int, folder: Path, **given: str) -> Path:
    """Printed by a browser, with its own head and foot, a box and a picture."""
    style = (
        f"body{{font:{given.get('font', '10pt/1.35')} {given.get('face', 'Liberation Serif')};margin:0}}"
        f".c{{column-count:{columns};column-gap:{given.get('gap', '1em')};text-align:{given.get('align', 'justify')}}}"
        f"p{{margin:0 0 {given.get('after', '0')};text-indent:{given.get('indent', '1em')};hyphens:auto}}"
        "h1{font-size:22pt}aside{border:1px solid;font-size:8pt}"
        f"{given.get('css', '')}"
    )
    inner = []
    for number, each in enumerate(paragraphs[1:]):
        inner += [f"<h2>{SUBHEAD}</h2>"] if "subhead" in given and number % 3 == 1 else []
        inner += [f"<aside>{BOX}</aside>"] if "box" in given and number == 3 else []
        inner.append(f"<p>{html.escape(each)}</p>")
        if "picture" in given and number == 2:
            picture = "<svg width=120 height=60><rect width=120 height=60 /></svg>"
            inner.append(f"<figure>{picture}<figcaption>{CAPTION}</figcaption></figure>")
    title = html.escape(paragraphs[0])
    page = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><style>{style}</style><h1>{title}</h1>"
    )
    (folder / "a.html").write_text(f'{page}<div class="c">{"".join(inner)}</div>', encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={folder}/profile"]
    flags += [] if "heads" in given else ["--no-pdf-header-footer"]
    _run("chromium", *flags, f"--print-to-pdf={folder}/a.pdf", f"file://{folder}/a.html")
    return folder / "a.pdf"


def office(paragraphs: list[str], columns: int, folder: Path, **given: str) -> Path:
    """Written as a Word file and printed by an office program, with head and foot, subheads and a list."""
    import docx
    from docx.enum.section import WD_SECTION
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = docx.Document()
    document.styles["Normal"].font.name = given.get("face", "Liberation Serif")
    document.styles["Normal"].font.size = docx.shared.Pt(float(given.get("size", "11")))
    document.sections[0].header.paragraphs[0].text = "Press office – for immediate release"
    document.sections[0].footer.paragraphs[0].text = "Contact: the harbour office"
    document.add_heading(paragraphs[0], 0)
    if columns > 1:
        properties = document.add_section(WD_SECTION.CONTINUOUS)._sectPr
        shape = properties.find(qn("w:cols"))
        if shape is None:
            shape = OxmlElement("w:cols")
            properties.append(shape)
        shape.set(qn("w:num"), str(columns))
        shape.set(qn("w:space"), given.get("gap", "360"))
    for number, each in enumerate(paragraphs[1:]):
        if "subhead" in given and number % 3 == 1:
            document.add_heading(SUBHEAD, 2)
        is_item = "items" in given and 2 < number < 6
        added = document.add_paragraph(each, style="List Bullet" if is_item else None)
        if "justified" in given:
            added.alignment = 3
    document.save(str(folder / "a.docx"))
    _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx"))
    return folder / "a.pdf"


def _run(*command: str) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=False)


JOBS = [
    (latex, 1, {"subhead": "", "picture": "", "size": "12pt"}),
    (latex, 1, {"note": "", "size": "11pt"}),
    (latex, 2, {"subhead": "", "size": "11pt"}),
    (latex, 2, {"note": "", "picture": "", "gap": "8mm"}),
    (latex, 2, {"gap": "10pt"}),
    (latex, 3, {"picture": ""}),
    (latex, 3, {"gap": "12pt", "subhead": "", "size": "9pt"}),
    (browser, 1, {"heads": "", "subhead": ""}),
    (browser, 1, {"align": "left", "indent": "0", "after": "8pt", "picture": ""}),
    (browser, 2, {"heads": "", "picture": "", "subhead": ""}),
    (
        browser,
        2,
        {
            "css": "p:first-child::first-letter{float:left;font-size:34pt;line-height:.9}",
            "align": "left",
            "gap": "18px",
        },
    ),
    (browser, 3, {"gap": "12px", "font": "8pt/1.3", "subhead": ""}),
    (browser, 3, {"align": "left", "box": "", "font": "8.5pt/1.4", "css": "@page{size:A4 landscape}"}),
    (browser, 2, {"heads": "", "css": "@page{size:A5}", "gap": "16px", "font": "8pt/1.4"}),
    (office, 1, {"subhead": ""}),
    (office, 1, {"items": "", "face": "Liberation Sans", "justified": ""}),
    (office, 2, {"subhead": ""}),
    (office, 2, {"justified": "", "gap": "708"}),
    (office, 3, {"size": "8", "subhead": ""}),
    (office, 3, {"justified": "", "size": "8.5", "gap": "240"}),
]


def texts(folder: str) -> Iterator[list[str]]:
    """The paragraphs of the articles in a folder of fixtures, two articles at a time."""
    waiting: list[str] = []
    for path in sorted((FIXTURES / folder).glob("*.json")):
        for found in re.findall(r'"text": ("(?:[^"\\]|\\.)*")', path.read_text(encoding="utf-8")):
            text = json.loads(found)
            if len(text) < 600 or "€" in text:
                continue
            if waiting:
                yield [each for some in (waiting.pop(), text) for each in some.split("\n") if each.strip()]
            else:
                waiting.append(text)


def main() -> None:
    """Make all files."""
    for (make, columns, given), paragraphs in zip(
        JOBS, texts(sys.argv[1] if len(sys.argv) > 1 else "told"), strict=False
    ):
        name = (
            f"{make.__name__}-{columns}-{'-'.join(sorted(key for key, value in given.items() if not value)) or 'plain'}"
        )
        name += "".join(f"-{given[key]}" for key in ("gap", "size") if key in given)
        with tempfile.TemporaryDirectory() as folder:
            made = make(paragraphs, columns, Path(folder), **given)
            (HERE / f"{name}.pdf").write_bytes(made.read_bytes())
        (HERE / f"{name}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
