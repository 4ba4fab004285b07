"""Multinomial logistic regression with numpy alone: sparse for many commits, by kernel for few."""

import numpy as np


class Rows:
    """Sparse rows of features."""

    def __init__(self, index, value, start):
        self.index, self.value, self.start = index, value, start

    @classmethod
    def of(cls, rows, vocabulary):
        index, value, start = [], [], [0]
        for row in rows:
            # The last column is the constant, so that no row is empty.
            known = [(vocabulary[f], v) for f, v in row if f in vocabulary] + [(len(vocabulary), 1.0)]
            index += [i for i, _ in known]
            value += [v for _, v in known]
            start.append(len(index))
        return cls(np.array(index), np.array(value), np.array(start))

    def __len__(self):
        return len(self.start) - 1

    def chosen(self, mask):
        rows = np.flatnonzero(mask)
        places = np.concatenate([np.arange(self.start[r], self.start[r + 1]) for r in rows])
        return Rows(
            self.index[places], self.value[places], np.concatenate([[0], np.cumsum(np.diff(self.start)[rows])]))

    def times(self, weights):
        return np.add.reduceat(weights[self.index] * self.value[:, None], self.start[:-1], axis=0)

    def transposed_times(self, rest, size):
        row = np.repeat(np.arange(len(self)), np.diff(self.start))
        return np.stack(
            [np.bincount(self.index, self.value * rest[row, k], minlength=size) for k in range(rest.shape[1])], 1)


def softmax(scores):
    scores = scores - scores.max(1, keepdims=True)
    exp = np.exp(scores)
    return exp / exp.sum(1, keepdims=True)


def fit(rows, labels, importance, penalty, size, steps=60, memory=8):
    """Weights (size + 1, classes) by L-BFGS on the weighted mean log loss; the constant is not penalised."""
    classes = labels.shape[1]
    importance = importance / importance.sum()

    def loss(flat):
        weights = flat.reshape(size + 1, classes)
        chance = softmax(rows.times(weights))
        value = -(importance * np.log((chance * labels).sum(1) + 1e-12)).sum()
        value += penalty / 2 * (weights[:size] ** 2).sum()
        slope = rows.transposed_times((chance - labels) * importance[:, None], size + 1)
        slope[:size] += penalty * weights[:size]
        return value, slope.ravel()

    at = np.zeros((size + 1) * classes)
    value, slope = loss(at)
    steps_made, slopes = [], []
    for _ in range(steps):
        way, back = slope.copy(), []
        for s, y in zip(reversed(steps_made), reversed(slopes)):
            back.append((s @ way) / (s @ y))
            way -= back[-1] * y
        if steps_made:
            way *= (steps_made[-1] @ slopes[-1]) / (slopes[-1] @ slopes[-1])
        for s, y, a in zip(steps_made, slopes, reversed(back)):
            way += s * (a - (y @ way) / (s @ y))
        length = 1.0
        while True:
            next_value, next_slope = loss(at - length * way)
            if next_value <= value - 1e-4 * length * (slope @ way) or length < 1e-6:
                break
            length /= 2
        step, change = -length * way, next_slope - slope
        if step @ change > 1e-12:
            steps_made, slopes = (steps_made + [step])[-memory:], (slopes + [change])[-memory:]
        at, gain, value, slope = at + step, value - next_value, next_value, next_slope
        if abs(gain) < 1e-6:
            break
    return at.reshape(size + 1, classes)


def fit_kernel(kernel, labels, penalty, steps=60):
    """Dual weights and constants of the same model, for so few rows that their kernel is small.

    Boehning's bound on the Hessian with Nesterov's momentum."""
    inverse = np.linalg.inv(0.5 * kernel + penalty * np.eye(len(kernel)))
    dual = ahead = np.zeros_like(labels)
    constant = constant_ahead = np.zeros(labels.shape[1])
    pace = 1.0
    for _ in range(steps):
        rest = labels - softmax(kernel @ ahead + constant_ahead)
        next_dual, next_constant = ahead + inverse @ (rest - penalty * ahead), constant_ahead + rest.mean(0)
        next_pace = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        part = (pace - 1) / next_pace
        ahead, constant_ahead = next_dual + part * (next_dual - dual), next_constant + part * (next_constant - constant)
        dual, constant, pace = next_dual, next_constant, next_pace
    return dual, constant
