"""What a sitting leaves behind: the year at the border, the answer, and the story of the sitting."""
