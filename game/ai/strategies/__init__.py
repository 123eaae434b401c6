"""One module, one way of thinking: each offers `decide(observation, personality, dice)`."""
