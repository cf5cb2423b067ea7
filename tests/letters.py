"""The letters of texts that hypothesis makes up."""

from hypothesis import strategies as st

ANY_LETTER = st.characters(exclude_categories=["Cs"])
"""All that UTF-8 can write, as in any text of hypothesis. Named by what they are: where the encoding is named instead,
each of a million is encoded once, which takes either process of the tests three seconds in a new clone.
"""
