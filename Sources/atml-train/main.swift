print("atml-train")
