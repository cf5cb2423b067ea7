"""Slides for the screen in front: a lesson cut into slides, and the deck of reveal.js made of them."""
