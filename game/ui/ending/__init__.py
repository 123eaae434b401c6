"""What a sitting leaves behind: the year at the border, the answer, the story retold."""
