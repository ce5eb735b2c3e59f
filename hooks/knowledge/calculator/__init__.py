"""The worked example and all that goes with the calculator: its drawings, sentences, scripts, words and method. Knows the model."""
