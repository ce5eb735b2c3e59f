"""The worked example and what the calculator takes: drawings, sentences, scripts, words, method. Knows the model."""
