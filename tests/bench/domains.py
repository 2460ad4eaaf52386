#!/usr/bin/env python3
"""domains.py COUNT [SEED]: a list of so many made-up domains that look like a real list by rank.

Labels are syllables, words, both together, with hyphens and digits, and a few IDN; suffixes are as frequent as
in lists of the most visited sites. The same COUNT and SEED give the same list; a shorter list is the head of a
longer one.
"""
import random
import sys

WORDS = ('news shop online web media tech home world city auto bank pay game play box store cloud host mail book '
         'travel food music video photo blog forum data soft net link page site club life health sport style art '
         'design group team lab hub zone port land star sun blue red green black white big top best smart easy '
         'fast free real super mega pro max plus one first new old live my the go get your').split()
SUFFIXES = (['com'] * 50 + ['net', 'org'] * 5 + ['de', 'ru', 'co.uk', 'com.br', 'fr', 'it', 'nl', 'pl', 'jp', 'co.jp'] * 2 +
            'es in ca com.au ir eu cz se ch at be info ro gr hu dk no fi tv me io co biz us kr co.kr com.tr com.mx '
            'com.cn cn tw com.tw ne.jp or.jp ac.jp edu gov app dev xyz online site club shop ua kz by vn id th'.split())
ONSETS = 'b c d f g h j k l m n p r s t v w z ch sh st tr br pl gr kr sl'.split()
VOWELS = 'a e i o u a e i o ai ea ou io'.split()
CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'x', 'm', 'nd', 'ck']


def syllables(rng, count):
    return ''.join(rng.choice(ONSETS) + rng.choice(VOWELS) + (rng.choice(CODAS) if rng.random() < .4 else '')
                   for _ in range(count))


def label(rng):
    kind = rng.random()
    if kind < .45:
        return syllables(rng, rng.choice((2, 2, 3, 3, 4)))
    if kind < .75:
        return rng.choice(WORDS) + syllables(rng, rng.choice((1, 2, 2, 3)))
    if kind < .9:
        return syllables(rng, 2) + '-' + rng.choice(WORDS)
    if kind < .98:
        return rng.choice(WORDS) + rng.choice(WORDS) + str(rng.randrange(1000))
    if kind < .995:
        return syllables(rng, 1) + str(rng.randrange(10000))
    return ('bücher' + syllables(rng, 2)).encode('idna').decode()


def main():
    count, rng, seen = int(sys.argv[1]), random.Random(sys.argv[2] if len(sys.argv) > 2 else 'honmono'), set()
    out = []
    while len(seen) < count:
        name = label(rng) + '.' + rng.choice(SUFFIXES)
        if name not in seen:
            seen.add(name)
            out.append(name)
    sys.stdout.write('\n'.join(out) + '\n')


if __name__ == '__main__':
    main()
