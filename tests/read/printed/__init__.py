"""PDF files of one to three columns, made by LaTeX, a browser and an office program, and the texts that they print."""
