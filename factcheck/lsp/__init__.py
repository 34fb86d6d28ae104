"""A language server over standard input and output; needs pygls, which the extra `lsp` installs."""
