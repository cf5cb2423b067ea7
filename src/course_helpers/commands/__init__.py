"""One module for each word that ``python3 start.py`` understands; each has ``main(arguments) -> exit code``."""
