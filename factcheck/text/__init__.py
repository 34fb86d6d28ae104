"""What two rooms share: folding, stems, numerals, clauses."""
