"""Claims → statements: the slots of what a figure, date or age states, each read from the words around it."""
