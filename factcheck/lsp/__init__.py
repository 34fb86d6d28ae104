"""factcheck in an editor: a language server over standard input and output. pygls comes with the extra `lsp`."""
