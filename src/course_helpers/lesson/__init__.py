"""The written parts of a lesson: cards, questions, map, words and drawings."""
