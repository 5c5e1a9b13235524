"""torchvision's side of training-benchmark images: reads a folder to 32 x 32 tensors and answers with the seconds."""

import json
import sys
import time

import torch
import torchvision
from torchvision.transforms import Compose, Resize, ToTensor

torch.set_num_threads(1)
print(f"PyTorch {torch.__version__}, torchvision {torchvision.__version__}", flush=True)
for line in sys.stdin:
    question = json.loads(line)
    begin = time.perf_counter()
    dataset = torchvision.datasets.ImageFolder(question["folder"], transform=Compose([Resize((32, 32)), ToTensor()]))
    # One worker reads in the calling process, which is the faster of its two ways.
    workers = question["workers"] if question["workers"] > 1 else 0
    loader = torch.utils.data.DataLoader(dataset, batch_size=64, num_workers=workers)
    images = torch.cat([batch for batch, _ in loader])
    assert images.shape[1:] == (3, 32, 32)
    print(time.perf_counter() - begin, flush=True)
