"""One module, one command: each offers `run(arguments)`, which returns the exit code."""
