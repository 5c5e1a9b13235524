import LogFormats
import RunRecords
import Testing

/// What particular tools print, in small samples of the same form.
struct ToolConsoleTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let tool: String
    let text: String
    /// The training and the validation losses with their positions.
    let training: [Double: Double]
    let validation: [Double: Double]
    var axis = RunAxis.step
    var scores: [Double] = []
    var testDescription: String { tool }
  }

  static let samples = [
    Sample(
      tool: "build-nanogpt",
      text: """
        0 val 10.9512
        0 hella 0.2463
        0 train 10.955029
        1 train 10.650000
        250 val 5.9999
        250 hella 0.2525
        250 train 5.980000

        """, training: [0: 10.955029, 1: 10.65, 250: 5.98], validation: [0: 10.9512, 250: 5.9999]),
    Sample(
      tool: "PyTorch Ignite",
      text: """
        2026-11-20 10:31:07,251 ignite INFO:
        Epoch 1 - Evaluation time (seconds): 3.20 - train metrics:
          loss: 0.9
        Epoch 1 - Evaluation time (seconds): 1.10 - val metrics:
          loss: 1.0
        Epoch 2 - Evaluation time (seconds): 3.10 - train metrics:
          loss: 0.5
        Epoch 2 - Evaluation time (seconds): 1.05 - val metrics:
          loss: 0.7

        """, training: [1: 0.9, 2: 0.5], validation: [1: 1, 2: 0.7], axis: .epoch),
    Sample(
      tool: "llm.c main.log",
      text: """
        s:0 tel:11.0091
        s:0 trl:11.0100 lr:0.000086 norm:15.33
        s:1 trl:10.5000 lr:0.000171 norm:9.10
        s:250 eval:0.2468
        s:250 tel:6.3000
        s:250 trl:6.4000 lr:0.000600 norm:0.91

        """, training: [0: 11.01, 1: 10.5, 250: 6.4], validation: [0: 11.0091, 250: 6.3]),
    Sample(
      tool: "AllenNLP, a part of the data in each column",
      text: """
        2021-03-01 10:00:00,123 - INFO - allennlp.training.trainer - Epoch 0/1
        2021-03-01 10:00:01,100 - INFO - tqdm - accuracy: 0.5, batch_loss: 0.61, loss: 0.65 ||:  45%|####5     | 45/100 [00:01<00:01, 40.1it/s]
        2021-03-01 10:00:30,123 - INFO - allennlp.training.callbacks.console_logger -                        Training |  Validation
        2021-03-01 10:00:30,123 - INFO - allennlp.training.callbacks.console_logger - gpu_0_memory_MB    |   312.123  |       N/A
        2021-03-01 10:00:30,123 - INFO - allennlp.training.callbacks.console_logger - loss               |     0.700  |     0.690
        2021-03-01 10:01:00,123 - INFO - allennlp.training.trainer - Epoch 1/1
        2021-03-01 10:01:30,123 - INFO - allennlp.training.callbacks.console_logger -                        Training |  Validation
        2021-03-01 10:01:30,123 - INFO - allennlp.training.callbacks.console_logger - gpu_0_memory_MB    |   312.123  |       N/A
        2021-03-01 10:01:30,123 - INFO - allennlp.training.callbacks.console_logger - loss               |     0.350  |     0.530

        """, training: [0: 0.7, 1: 0.35], validation: [0: 0.69, 1: 0.53], axis: .epoch),
    Sample(
      tool: "Catalyst, the number of the epoch in front of the word",
      text: """
        1/2 * Epoch (train): accuracy: 0.6500 | loss: 1.2000 | lr: 0.001
        1/2 * Epoch (valid): accuracy: 0.5900 | loss: 1.3000 | lr: 0.001
        * Epoch (1/2)
        2/2 * Epoch (train): accuracy: 0.7000 | loss: 0.6000 | lr: 0.001
        2/2 * Epoch (valid): accuracy: 0.6300 | loss: 0.8000 | lr: 0.001
        * Epoch (2/2)

        """, training: [1: 1.2, 2: 0.6], validation: [1: 1.3, 2: 0.8], axis: .epoch,
      scores: [0.59, 0.63]),
    Sample(
      tool: "ESPnet, counts glued to their words",
      text: """
        [host] 2021-05-01 10:00:00,123 (trainer:732) INFO: 1epoch:train:1-100batch: iter_time=0.001, loss_ctc=3.0, loss=9.0, grad_norm=5.1
        [host] 2021-05-01 10:00:10,123 (trainer:732) INFO: 1epoch:train:101-200batch: iter_time=0.001, loss_ctc=2.8, loss=4.0, grad_norm=5.1
        [host] 2021-05-01 10:00:30,123 (trainer:338) INFO: 1epoch results: [train] iter_time=0.001, loss_ctc=2.9, loss=6.5, time=2 minutes and 1.2 seconds, [valid] loss_ctc=2.5, loss=4.5, time=10.12 seconds
        [host] 2021-05-01 10:01:00,123 (trainer:732) INFO: 2epoch:train:1-100batch: iter_time=0.001, loss_ctc=2.5, loss=3.0, grad_norm=5.1
        [host] 2021-05-01 10:01:10,123 (trainer:732) INFO: 2epoch:train:101-200batch: iter_time=0.001, loss_ctc=2.3, loss=2.0, grad_norm=5.1
        [host] 2021-05-01 10:01:30,123 (trainer:338) INFO: 2epoch results: [train] iter_time=0.001, loss_ctc=2.4, loss=2.5, time=2 minutes and 1.2 seconds, [valid] loss_ctc=2.2, loss=2.2, time=10.12 seconds

        """, training: [1: 6.5, 2: 2.5], validation: [1: 4.5, 2: 2.2], axis: .epoch),
    Sample(
      tool: "R's print, a text in quotes behind [1]",
      text: """
        [1] "Epoch 1 - train_loss: 1.5 - val_loss: 1.6"
        [1] "Epoch 2 - train_loss: 0.5 - val_loss: 0.75"

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "absl, with the line of the program in front",
      text: """
        I0501 10:00:00.123456 140735 train.py:123] Epoch 1 - train_loss: 1.5 - val_loss: 1.6
        I0501 10:01:00.123456 140735 train.py:123] Epoch 2 - train_loss: 0.5 - val_loss: 0.75

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "Coqui TTS, means with their changes in brackets",
      text: """
         > EPOCH: 0/2
         > TRAINING (2024-05-01 10:00:00)
           --> STEP: 25/40 -- GLOBAL_STEP: 25
             | > loss: 2.50000  (3.00000)
         > EVALUATION
          --> EVAL PERFORMANCE
             | > avg_loss: 2.75000 (+0.00000)
         > EPOCH: 1/2
         > TRAINING (2024-05-01 10:00:00)
           --> STEP: 25/40 -- GLOBAL_STEP: 65
             | > loss: 1.50000  (2.00000)
         > EVALUATION
          --> EVAL PERFORMANCE
             | > avg_loss: 2.25000 (-0.50000)

        """, training: [0: 3, 1: 2], validation: [0: 2.75, 1: 2.25], axis: .epoch),
    Sample(
      tool: "LitGPT, the metric before the first part alone",
      text: """
        Epoch 1 | iter 10 step 1 | loss train: 2.500, val: n/a | iter time: 300.12 ms (step) remaining time: 0:10:00
        Epoch 1 | iter 20 step 2 | loss train: 1.500, val: 1.750 | iter time: 300.12 ms (step) remaining time: 0:10:00
        Epoch 2 | iter 30 step 3 | loss train: 1.000, val: 1.250 | iter time: 300.12 ms (step) remaining time: 0:10:00

        """, training: [1: 1.5, 2: 1], validation: [1: 1.75, 2: 1.25], axis: .epoch),
    Sample(
      tool: "Keras, with an evaluation on other data at the end",
      text: """
        Epoch 1/2
        100/100 [==============================] - 2s 20ms/step - loss: 1.5000 - val_loss: 1.6000
        Epoch 2/2
        100/100 [==============================] - 2s 20ms/step - loss: 0.5000 - val_loss: 0.7500
        313/313 [==============================] - 1s 2ms/step - loss: 9.0000

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "Keras, evaluated by hand behind each epoch",
      text: """
        Epoch 1/1
        100/100 - 2s - loss: 1.5000
        40/40 - 1s - loss: 1.6000
        Epoch 1/1
        100/100 - 2s - loss: 0.5000
        40/40 - 1s - loss: 0.7500

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "Keras 3, whose bar a callback cut in two",
      text: """
        Epoch 1/2
        \r 1/25 1s 40ms/step - loss: 2.5000\r 2/25 0s 40ms/step - loss: 2.4000
        Epoch 1: val_loss improved from inf to 1.60000, saving model to best.keras
        \r25/25 1s 4ms/step - loss: 1.5000 - val_loss: 1.6000 - learning_rate: 0.0010
        Epoch 2/2
        \r 1/25 0s 4ms/step - loss: 1.4000
        Epoch 2: val_loss improved from 1.60000 to 0.75000, saving model to best.keras
        \r25/25 1s 4ms/step - loss: 0.5000 - val_loss: 0.7500 - learning_rate: 0.0010
        \r 1/13 0s 4ms/step - loss: 9.0000\r13/13 0s 4ms/step - loss: 8.0000

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "Keras, asked for one epoch again and again, which it does not name",
      text: """
        \r 5/Unknown 1s 40ms/step - loss: 2.5000\r25/25 1s 40ms/step - loss: 1.5000
        \r 1/13 0s 40ms/step - loss: 2.5000\r13/13 0s 4ms/step - loss: 1.6000
        \r 1/25 0s 40ms/step - loss: 1.4000\r25/25 1s 40ms/step - loss: 0.5000
        \r 1/13 0s 40ms/step - loss: 0.9000\r13/13 0s 4ms/step - loss: 0.7500

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "Lightning 1.9, whose bar of the validation is none of its loss",
      text: """
        \rEpoch 0:  50%|#####     | 5/10 [00:00<00:00, 90.52it/s, loss=2.36, train_loss_step=2.360]
        \rValidation: 0it [00:00, ?it/s]\u{1B}[A
        \rValidation DataLoader 0: 100%|####| 4/4 [00:00<00:00, 356.25it/s]\u{1B}[A\rEpoch 0: 100%|##########| 10/10 [00:00<00:00, 90.52it/s, loss=2.36, train_loss_step=2.360, val_loss=1.6, train_loss_epoch=1.5]
        \rEpoch 1:  50%|#####     | 5/10 [00:00<00:00, 90.52it/s, loss=1.36, train_loss_step=1.360, val_loss=1.6, train_loss_epoch=1.5]
        \rValidation: 0it [00:00, ?it/s]\u{1B}[A\rEpoch 1: 100%|##########| 10/10 [00:00<00:00, 90.52it/s, loss=1.36, train_loss_step=1.360, val_loss=0.75, train_loss_epoch=0.5]

        """, training: [0: 1.5, 1: 0.5], validation: [0: 1.6, 1: 0.75], axis: .epoch),
    Sample(
      tool: "Composer, whose bars the terminal cuts off",
      text: """
        \rtrain Epoch 0: 100%|####| 25/25 [00:00<00:00, 90.52ba/s, loss/train/total=1.5000]
        \reval  Epoch 0: 100%|####| 4/4 [00:00<00:00, 90.52ba/s, loss/eval/total=1.60
        \rtrain Epoch 1: 100%|####| 25/25 [00:00<00:00, 90.52ba/s, loss/train/total=0.5000]
        \reval  Epoch 1: 100%|####| 4/4 [00:00<00:00, 90.52ba/s, loss/eval/total=0.75
        \rtrain Epoch 2: 100%|####| 25/25 [00:00<00:00, 90.52ba/s, loss/train/total=40572.5000]
        \reval  Epoch 2: 100%|####| 4/4 [00:00<00:00, 90.52ba/s, loss/eval/total=4057

        """, training: [0: 1.5, 1: 0.5, 2: 40572.5], validation: [0: 1.6, 1: 0.75], axis: .epoch),
    Sample(
      tool: "Poutyne, which tells how many steps the parts have",
      text: """
        \rEpoch:  1/2 Step:  1/25 ETA: 0.05s loss: 2.298960 acc: 6.250000\rEpoch:  1/2 Step:  1/4 ETA: 0.05s val_loss: 1.000000 val_acc: 6.250000
        \rEpoch:  1/2 Train steps: 25 Val steps: 4 0.10s loss: 1.500000 acc: 24.375000 val_loss: 1.600000 val_acc: 43.500000
        \rEpoch:  2/2 Train steps: 25 Val steps: 4 0.10s loss: 0.500000 acc: 64.375000 val_loss: 0.750000 val_acc: 50.000000

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch, scores: [0.435, 0.5]),
    Sample(
      tool: "Flair, which measures a sample of the training data, too",
      text: """
        2024-05-01 10:00:00,385 epoch 1 - iter 1/2 - loss 0.84523368 - time (sec): 0.00 - lr: 0.500000
        2024-05-01 10:00:00,392 EPOCH 1 done: loss 1.0433 - lr: 0.500000
        2024-05-01 10:00:00,406 DEV : loss 2.3051064014434814 - f1-score (micro avg)  0.56
        2024-05-01 10:00:00,418 TRAIN_SAMPLE : loss 3.2978286743164062 - f1-score (micro avg)  0.3667
        2024-05-01 10:00:01,385 epoch 2 - iter 1/2 - loss 0.74523368 - time (sec): 0.00 - lr: 0.500000
        2024-05-01 10:00:01,392 EPOCH 2 done: loss 0.9302 - lr: 0.500000
        2024-05-01 10:00:01,406 DEV : loss 1.2168980836868286 - f1-score (micro avg)  0.56
        2024-05-01 10:00:01,418 TRAIN_SAMPLE : loss 1.7531168460845947 - f1-score (micro avg)  0.3667

        """, training: [1: 1.0433, 2: 0.9302], validation: [1: 2.305106, 2: 1.216898], axis: .epoch),
    Sample(
      tool: "dictionaries of the metrics of each part",
      text: """
        Epoch 0 train_metrics: {'loss': 0.9, 'acc': 0.5} val_metrics: {'loss': 1.1, 'acc': 0.4}
        Epoch 1 train_metrics: {'loss': 0.7, 'acc': 0.6} val_metrics: {'loss': 1.0, 'acc': 0.5}

        """, training: [0: 0.9, 1: 0.7], validation: [0: 1.1, 1: 1.0], axis: .epoch, scores: [0.4, 0.5]),
    Sample(
      tool: "Keras Tuner, which tells the best of a trial behind its last epoch",
      text: """
        Search: Running Trial #2

        Epoch 1/2
        25/25 - 1s - 43ms/step - loss: 1.5000 - val_loss: 0.7000
        Epoch 2/2
        25/25 - 0s - 11ms/step - loss: 0.5000 - val_loss: 0.7500

        Trial 2 Complete [00h 00m 02s]
        val_loss: 0.7000

        Best val_loss So Far: 0.6000

        """, training: [1: 1.5, 2: 0.5], validation: [1: 0.7, 2: 0.75], axis: .epoch),
    Sample(
      tool: "fairseq's JSON: the loss of an epoch beside those of its updates",
      text: """
        2024-05-01 10:00:01 | INFO | train_inner | {"epoch": 1, "update": 0.5, "loss": "9.5", "lr": "0.001"}
        2024-05-01 10:00:02 | INFO | train_inner | {"epoch": 1, "update": 1.0, "loss": "7.5", "lr": "0.001"}
        2024-05-01 10:00:03 | INFO | train | {"epoch": 1, "train_loss": "8.2", "train_num_updates": "100"}
        2024-05-01 10:00:04 | INFO | valid | {"epoch": 1, "valid_loss": "8.1", "valid_num_updates": "100"}
        2024-05-01 10:00:05 | INFO | train_inner | {"epoch": 2, "update": 1.5, "loss": "6.5", "lr": "0.001"}
        2024-05-01 10:00:06 | INFO | train_inner | {"epoch": 2, "update": 2.0, "loss": "5.5", "lr": "0.001"}
        2024-05-01 10:00:07 | INFO | train | {"epoch": 2, "train_loss": "6.2", "train_num_updates": "200"}
        2024-05-01 10:00:08 | INFO | valid | {"epoch": 2, "valid_loss": "6.1", "valid_num_updates": "200"}

        """, training: [1: 8.2, 2: 6.2], validation: [1: 8.1, 2: 6.1], axis: .epoch),
    Sample(
      tool: "scikit-learn's report on each class behind each epoch",
      text: """
        Epoch 1: Train loss: 1.5000, Val loss: 1.6000
                      precision    recall  f1-score   support

                   0       0.90      0.80      0.85       100
                   1       0.70      0.85      0.77       100

            accuracy                           0.82       200
        Epoch 2: Train loss: 0.5000, Val loss: 0.7500
                      precision    recall  f1-score   support

                   0       0.90      0.80      0.85       100
                   1       0.70      0.85      0.77       100

            accuracy                           0.83       200

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch),
    Sample(
      tool: "percentages between bars",
      text: """
        Epoch 1 | Train Loss: 1.5000 | Train Acc: 35.00% | Val Loss: 1.6000 | Val Acc: 31.00% | 12s
        Epoch 2 | Train Loss: 0.5000 | Train Acc: 85.00% | Val Loss: 0.7500 | Val Acc: 78.00% | 12s

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch, scores: [0.31, 0.78]),
    Sample(
      tool: "changes in brackets, and percentages of both parts",
      text: """
        Epoch 1 - train loss: 1.5000 (+0.0000) - val loss: 1.6000 (+0.0000) - train/val acc: 35.0% / 31.0%
        Epoch 2 - train loss: 0.5000 (-1.0000) - val loss: 0.7500 (-0.8500) - train/val acc: 85.0% / 78.0%

        """, training: [1: 1.5, 2: 0.5], validation: [1: 1.6, 2: 0.75], axis: .epoch, scores: [0.31, 0.78]),
    Sample(
      tool: "numbers grouped by thousands",
      text: """
        Epoch 1, train loss: 7,187.50, val loss: 8,103
        Epoch 2, train loss: 1,250.25, val loss: 2,001,000

        """, training: [1: 7187.5, 2: 1250.25], validation: [1: 8103, 2: 2_001_000], axis: .epoch),
    Sample(
      tool: "decimal commas behind words",
      text: """
        Epoche 1 von 2: Trainingsverlust 1,4375, Validierungsverlust 1,6207
        Epoche 2 von 2: Trainingsverlust 0,5, Validierungsverlust 0,75

        """, training: [1: 1.4375, 2: 0.5], validation: [1: 1.6207, 2: 0.75], axis: .epoch),
    Sample(
      tool: "modded-nanogpt",
      text: """
        step:0/5960 val_loss:10.8258 train_time:0ms step_avg:nanms
        step:1/5960 train_loss:10.8100 train_time:200ms step_avg:nanms
        step:125/5960 val_loss:5.9000 train_time:17000ms step_avg:142.1ms
        step:126/5960 train_loss:5.8000 train_time:17200ms step_avg:142.0ms

        """, training: [1: 10.81, 126: 5.8], validation: [0: 10.8258, 125: 5.9]),
    Sample(
      tool: "fairseq, JSON",
      text: """
        2024-05-01 10:00:00 | INFO | train | {"epoch": 1, "train_loss": "9.8", "train_ppl": "891", "train_num_updates": "100", "train_lr": "0.0001", "train_gnorm": "1.2"}
        2024-05-01 10:01:00 | INFO | valid | {"epoch": 1, "valid_loss": "9.1", "valid_ppl": "548", "valid_num_updates": "100"}
        2024-05-01 10:02:00 | INFO | train | {"epoch": 2, "train_loss": "8.8", "train_ppl": "445", "train_num_updates": "200", "train_lr": "0.0002", "train_gnorm": "1.1"}
        2024-05-01 10:03:00 | INFO | valid | {"epoch": 2, "valid_loss": "8.5", "valid_ppl": "362", "valid_num_updates": "200"}

        """, training: [1: 9.8, 2: 8.8], validation: [1: 9.1, 2: 8.5], axis: .epoch),
    Sample(
      tool: "fairseq, simple",
      text: """
        2024-05-01 10:00:00 | INFO | train | epoch 001 | loss 9.8 | nll_loss 9.2 | ppl 588 | wps 1000 | ups 2 | lr 0.0001 | gnorm 1.2 | wall 10
        2024-05-01 10:01:00 | INFO | valid | epoch 001 | valid on 'valid' subset | loss 9.1 | nll_loss 8.6 | ppl 388 | num_updates 100
        2024-05-01 10:02:00 | INFO | train | epoch 002 | loss 8.8 | nll_loss 8.1 | ppl 274 | wps 1000 | ups 2 | lr 0.0002 | gnorm 1.1 | wall 20
        2024-05-01 10:03:00 | INFO | valid | epoch 002 | valid on 'valid' subset | loss 8.5 | nll_loss 7.9 | ppl 239 | num_updates 200

        """, training: [1: 9.8, 2: 8.8], validation: [1: 9.1, 2: 8.5], axis: .epoch),
    Sample(
      tool: "Caffe",
      text: """
        I0501 10:00:00.123456  1234 solver.cpp:337] Iteration 0, Testing net (#0)
        I0501 10:00:01.123456  1234 solver.cpp:404]     Test net output #0: accuracy = 0.1
        I0501 10:00:01.123456  1234 solver.cpp:404]     Test net output #1: loss = 2.35 (* 1 = 2.35 loss)
        I0501 10:00:02.123456  1234 solver.cpp:228] Iteration 0, loss = 2.4
        I0501 10:00:02.123456  1234 solver.cpp:244]     Train net output #0: loss = 2.41 (* 1 = 2.41 loss)
        I0501 10:00:02.123456  1234 sgd_solver.cpp:106] Iteration 0, lr = 0.01
        I0501 10:00:03.123456  1234 solver.cpp:337] Iteration 100, Testing net (#0)
        I0501 10:00:04.123456  1234 solver.cpp:404]     Test net output #0: accuracy = 0.9
        I0501 10:00:04.123456  1234 solver.cpp:404]     Test net output #1: loss = 0.35 (* 1 = 0.35 loss)
        I0501 10:00:05.123456  1234 solver.cpp:228] Iteration 100 (25.0 iter/s, 4.0s/100 iters), loss = 0.3
        I0501 10:00:05.123456  1234 solver.cpp:244]     Train net output #0: loss = 0.31 (* 1 = 0.31 loss)
        I0501 10:00:05.123456  1234 sgd_solver.cpp:106] Iteration 100, lr = 0.01

        """, training: [0: 2.4, 100: 0.3], validation: [0: 2.35, 100: 0.35], axis: .iteration,
      scores: [0.1, 0.9]),
    Sample(
      tool: "Informer",
      text: """
        \titers: 100, epoch: 1 | loss: 0.5000000
        Epoch: 1 cost time: 10.5
        Epoch: 1, Steps: 263 | Train Loss: 0.4000000 Vali Loss: 0.5500000 Test Loss: 0.5000000
        Epoch: 2 cost time: 10.4
        Epoch: 2, Steps: 263 | Train Loss: 0.3000000 Vali Loss: 0.5200000 Test Loss: 0.4900000

        """, training: [1: 0.4, 2: 0.3], validation: [1: 0.55, 2: 0.52], axis: .epoch),
    Sample(
      tool: "PaddlePaddle",
      text: """
        Epoch 1/2
        step  938/938 [==============================] - loss: 0.3012 - acc: 0.9012 - 12ms/step
        Eval begin...
        step 157/157 [==============================] - loss: 0.2500 - acc: 0.9500 - 8ms/step
        Eval samples: 10000
        Epoch 2/2
        step  938/938 [==============================] - loss: 0.1012 - acc: 0.9712 - 12ms/step
        Eval begin...
        step 157/157 [==============================] - loss: 0.1500 - acc: 0.9700 - 8ms/step
        Eval samples: 10000

        """, training: [1: 0.3012, 2: 0.1012], validation: [1: 0.25, 2: 0.15], axis: .epoch,
      scores: [0.95, 0.97]),
    Sample(
      tool: "OpenNMT",
      text: """
        [2024-05-01 10:00:00,000 INFO] Step 50/200; acc: 10.2; ppl: 1500.5; xent: 7.3; lr: 0.001; sents: 100; bsz: 90/90/2; 1000/1000 tok/s; 10 sec;
        [2024-05-01 10:00:10,000 INFO] Train perplexity: 1400.0
        [2024-05-01 10:00:10,000 INFO] Step 100/200; acc: 20.2; ppl: 700.5; xent: 6.5; lr: 0.001; sents: 100; bsz: 90/90/2; 1000/1000 tok/s; 20 sec;
        [2024-05-01 10:00:20,000 INFO] Validation perplexity: 800.0
        [2024-05-01 10:00:20,000 INFO] Validation accuracy: 19.5
        [2024-05-01 10:00:30,000 INFO] Step 200/200; acc: 30.2; ppl: 300.5; xent: 5.7; lr: 0.001; sents: 100; bsz: 90/90/2; 1000/1000 tok/s; 30 sec;
        [2024-05-01 10:00:40,000 INFO] Train perplexity: 290.0
        [2024-05-01 10:00:40,000 INFO] Validation perplexity: 400.0
        [2024-05-01 10:00:40,000 INFO] Validation accuracy: 29.5

        """, training: [:], validation: [100: 800, 200: 400]),
    Sample(
      tool: "a prefix of torchrun and of logging",
      text: """
        [rank0]: 2024-05-01 10:00:00,123 - INFO - __main__ - epoch=1 train_loss=0.9 val_loss=1.1
        [rank0]: 2024-05-01 10:01:00,123 - INFO - __main__ - epoch=2 train_loss=0.7 val_loss=1.0

        """, training: [1: 0.9, 2: 0.7], validation: [1: 1.1, 2: 1.0], axis: .epoch),
    Sample(
      tool: "JSON behind a prefix",
      text: """
        INFO:train:{"epoch": 1, "train": {"loss": 0.9}, "val": {"loss": 1.1}}
        INFO:train:{"epoch": 2, "train": {"loss": 0.7}, "val": {"loss": 1.0}}

        """, training: [1: 0.9, 2: 0.7], validation: [1: 1.1, 2: 1.0], axis: .epoch),
    Sample(
      tool: "YOLOv5 results.txt",
      text: """
              0/2     1.22G   0.1069  0.03371  0.03851    0.1791       12       640  0.1411   0.2812   0.1402  0.05012  0.08912  0.03512  0.03012
              1/2     1.22G   0.0969  0.03171  0.03351    0.1621       12       640  0.2411   0.3812   0.2402  0.09012  0.07912  0.03312  0.02812
              2/2     1.22G   0.0869  0.02971  0.02851    0.1451       12       640  0.3411   0.4812   0.3402  0.15012  0.06912  0.03112  0.02612

        """, training: [0: 0.17912, 1: 0.16212, 2: 0.14512],
      validation: [0: 0.15436, 1: 0.14036, 2: 0.12636],
      axis: .epoch),
  ]

  @Test(arguments: samples)
  func `losses stand at the positions that were printed`(sample: Sample) throws {
    let run = try read(sample.text, name: "train.log")
    func points(_ split: Split) -> [Double: Double] {
      guard let series = run.first(.loss, split) else { return [:] }
      return Dictionary(
        zip(series.epochs, series.values.map { ($0 * 1e6).rounded() / 1e6 }), uniquingKeysWith: { $1 })
    }
    if !sample.training.isEmpty { #expect(points(.training) == sample.training) }
    #expect(points(.validation) == sample.validation)
    #expect(run.axis == sample.axis)
    if !sample.scores.isEmpty {
      let scores = run.series.first { $0.split == .validation && $0.values == sample.scores }
      #expect(scores != nil, "\(run.series.map { "\($0.name) \($0.split) \($0.values)" })")
    }
  }
}
