"""factcheck in an editor: a language server over standard input and output. pygls is an extra: `factcheck-cli[lsp]`."""
