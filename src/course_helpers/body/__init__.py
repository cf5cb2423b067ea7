"""The room in which drawings and the player meet: an adult chest in millimetres, and how hands move on it. Pure."""
