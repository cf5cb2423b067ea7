"""What a facilitator needs: plans, notes, questions for the screen in front, handouts, slides."""
