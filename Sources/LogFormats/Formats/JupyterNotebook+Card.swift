extension JupyterNotebook {
  public static let card = FormatCard(
    id: "jupyter",
    title: "Jupyter notebook",
    writtenBy: ["Jupyter", "Google Colab", "Kaggle", "Visual Studio Code"],
    fileNames: ["*.ipynb"],
    summary:
      "What each cell printed or showed as a table: every cell with the course of a run is a run. Code and "
      + "pictures are passed over. In a folder, notebooks are read where there is no other log.",
    reads: [
      FormatExample(
        "what Keras printed", fileName: "train.ipynb",
        text: notebook(
          outputs: #"""
            {"name": "stdout", "output_type": "stream", "text": ["Epoch 1/2\n",
             "10/10 [==============================] - 1s 9ms/step - loss: 0.91 - val_loss: 0.95\n", "Epoch 2/2\n",
             "10/10 [==============================] - 0s 3ms/step - loss: 0.52 - val_loss: 0.71\n"]}
            """#),
        series: ["loss", "val_loss"]),
      FormatExample(
        "the table of fastai or the Trainer of Hugging Face", fileName: "finetune.ipynb",
        text: notebook(
          outputs: #"""
            {"output_type": "display_data", "metadata": {}, "data": {"text/plain": ["<IPython.core.display.HTML object>"],
             "text/html": ["<table border=\"1\" class=\"dataframe\">\n",
             "<thead><tr><th>Epoch</th><th>Training Loss</th><th>Validation Loss</th></tr></thead>\n",
             "<tbody><tr><td>1</td><td>0.91</td><td>0.95</td></tr><tr><td>2</td><td>0.52</td><td>0.71</td></tr></tbody>\n",
             "</table>"]}}
            """#),
        series: ["Training Loss", "Validation Loss"]),
    ],
    refuses: [
      FormatExample(
        "a notebook without outputs", fileName: "empty.ipynb", text: notebook(outputs: ""),
        message: "empty.ipynb: no cell of this notebook shows the course of a run, expected what a training "
          + "printed for each epoch. Run the cell that trains, and save the notebook with its outputs.")
    ])

  private static func notebook(outputs: String) -> String {
    """
    {"cells": [{"cell_type": "code", "execution_count": 5, "metadata": {}, "outputs": [\(outputs)],
     "source": ["model.fit(x, y, epochs=2)"]}],
     "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    """
  }
}
