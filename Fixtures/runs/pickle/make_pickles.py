"""Writes the pickles of this folder but for keras-overfit.pkl; needs numpy."""
import collections
import pickle

import numpy as np

training = [2.3 * 0.8**n for n in range(10)]
validation = [2.4 * 0.85**n + 0.01 * n * n for n in range(10)]


def write(name, data, protocol):
    with open(name, "wb") as file:
        pickle.dump(data, file, protocol=protocol)


for protocol in range(6):
    plain = {"loss": training, "val_loss": validation, "epochs": 10, "done": True, "note": None}
    write(f"plain-{protocol}.pkl", plain, protocol)
    history = collections.defaultdict(list)
    history["loss"] = [np.float32(value) for value in training]
    history["val_loss"] = np.array(validation)
    history["lr"] = np.array([[0.01] * 10], dtype=">f4")
    history["confusion"] = np.asfortranarray(np.arange(4).reshape(2, 2))
    write(f"numpy-{protocol}.pkl", history, protocol)

write("records.pkl", [
    {"epoch": n + 1, "train_loss": t, "val_loss": v} for n, (t, v) in enumerate(zip(training, validation))
], 4)
write("boosting.pkl", collections.OrderedDict(
    train=collections.OrderedDict(logloss=training), valid=collections.OrderedDict(logloss=validation)), 4)
