"""Text processing shared by the extractors in `kinds`: folding, tokens, stems, numerals."""
