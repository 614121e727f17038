"""That the encoder can be computed on another device, on a machine that has none: torch's fake tensors know where they lie and refuse to mix."""

from __future__ import annotations

import pytest
import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from hoplens_training.dataset import tokenizer
from hoplens_training.encoder import WIDTH, Encoder
from hoplens_training.texts import encode_texts


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.filterwarnings("ignore:CUDA is not available")
def test_hidden_states_are_computed_with_the_weights_and_come_back_to_main_memory(half: bool) -> None:
    with FakeTensorMode():
        with torch.device("cuda"):
            encoder = Encoder()
        ids, mask = torch.zeros(3, 7, dtype=torch.int64), torch.ones(3, 7)
        for grown in (torch.enable_grad(), torch.no_grad()):
            with grown:
                hidden = encoder.states(ids, mask, half)
            assert hidden.device.type == "cpu" and hidden.dtype == torch.float32 and hidden.shape == (3, 7, WIDTH)
        assert encoder.segment.device.type == "cuda"


@pytest.mark.filterwarnings("ignore:CUDA is not available")
def test_label_texts_too() -> None:
    with FakeTensorMode(allow_non_fake_inputs=True):
        with torch.device("cuda"):
            encoder = Encoder()
        assert encode_texts(encoder, tokenizer(), ["date of birth", "author"]).device.type == "cpu"


def test_mixing_devices_is_seen() -> None:
    with FakeTensorMode(), pytest.raises(RuntimeError, match="device"):
        with torch.device("cuda"):
            encoder = Encoder()
        encoder(torch.zeros(1, 4, dtype=torch.int64), torch.ones(1, 4))
