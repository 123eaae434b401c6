"""The world beyond the room as pictures: widgets made of plain values, and what fills them.

`plain` has the values, `reading` takes them from what a seat may see; every other module draws.
"""
