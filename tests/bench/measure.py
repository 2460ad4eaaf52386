#!/usr/bin/env python3
"""measure.py HONMONO FLOOR PEERS WORK [MAILS.ndjson]: see README.md; run.sh calls it.

Everything that is compared is measured in turns within this one run. Times of filters are processor time; times
of hosts are from the first byte written to the last byte read.
"""
import json
import os
import random
import resource
import statistics
import struct
import subprocess
import sys
import time

HONMONO, FLOOR, PEERS, WORK = sys.argv[1:5]
MAILS = sys.argv[5] if len(sys.argv) > 5 else None
ROUND_TRIPS, STARTS, URLS, SIZES = 1500, 60, 40000, (300, 10000, 100000, 1000000)
HERE = os.path.dirname(os.path.abspath(__file__))
ENV = dict(os.environ, XDG_CONFIG_HOME=os.path.join(WORK, 'no-configuration'))

SENTENCES = ('Thank you for your order, it has been shipped today.', 'We meet on Thursday at ten in the small room.',
             'Your statement for October is ready on our site.', 'The build of last night failed on two machines.',
             'ご注文ありがとうございます。', '明日の会議は十時からです。', '今月のご利用明細をお知らせします。', 'Please review the attached draft.',
             'If you no longer wish to receive this newsletter, unsubscribe below.', '配信停止はこちらからお手続きください。')
NAMES = ('Hanako Yamada', 'Build Robot', 'Weekly News', '山田太郎', 'Amazon.co.jp', 'PayPay', 'Shop of Tea', 'Library')


def row(what, ours, base, line=''):
    print(f'{what:<44} {ours:>14} {base:>14}  {line}', flush=True)


def verdict(good):
    return 'ok' if good else 'SHORT'


# ---- inputs ----

def synthetic(count):
    rng = random.Random(7)
    for i in range(count):
        host = f'{rng.choice(("www", "news", "shop"))}.{rng.choice(("example", "garden-shop", "teahouse"))}{i % 97}.example'
        text = '\n'.join(rng.choice(SENTENCES) for _ in range(rng.choice((4, 8, 15, 30, 60))))
        yield {'sender': {'name': rng.choice(NAMES), 'address': f'info@{host}'}, 'recipients': ['taro@example.jp'],
               'subject': rng.choice(SENTENCES), 'text': text,
               'links': [{'url': f'https://{host}/a/{n}?b={i}', 'text': 'Read more'} for n in range(rng.choice((0, 1, 2, 3, 12)))]}


def real(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            mail = json.loads(line)
            if 'error' not in mail:
                yield {k: mail[k] for k in ('sender', 'reply_to', 'recipients', 'subject', 'text') if mail.get(k)} | {
                    'links': [{'url': l.get('url', ''), 'text': l.get('text', '')} for l in mail.get('links', [])]}


def dump(request):
    return json.dumps(request, ensure_ascii=False).encode('utf-8', 'replace')


def checks(members):
    return [dump({'id': i, 'type': 'check', **m}) for i, m in enumerate(members)]


def write_lines(name, requests):
    path = os.path.join(WORK, name)
    with open(path, 'wb') as out:
        out.writelines(r + b'\n' for r in requests)
    return path


# ---- hosts ----

class Host:
    def __init__(self, *command):
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=ENV)

    def ask(self, body):
        """-> nanoseconds"""
        start = time.perf_counter_ns()
        self.child.stdin.write(struct.pack('=I', len(body)) + body)
        left = struct.unpack('=I', self.read(4))[0]
        self.read(left)
        return time.perf_counter_ns() - start

    def read(self, count):
        out = b''
        while len(out) < count:
            got = os.read(self.child.stdout.fileno(), count - len(out))
            if not got:
                sys.exit('a host has ended')
            out += got
        return out

    def memory(self, key, file='status'):
        with open(f'/proc/{self.child.pid}/{file}', encoding='ascii') as lines:
            return sum(int(l.split()[1]) for l in lines if l.split(':')[0] in key)

    def end(self):
        self.child.stdin.close()
        self.child.wait()
        self.child.stdout.close()


def round_trips(requests):
    ours, floor = Host(HONMONO, 'serve'), Host(FLOOR)
    for host in (ours, floor):
        for body in requests[:20]:
            host.ask(body)
    times = [(ours.ask(body), floor.ask(body)) for body in requests]
    a, b = (sorted(t[n] for t in times) for n in (0, 1))
    total = sum(a) / sum(b)
    row('round trip, total', f'{sum(a) / len(a) / 1e3:.0f} us', f'{sum(b) / len(b) / 1e3:.0f} us', f'{total:.2f} x floor (<= 3) {verdict(total <= 3)}')
    for q, name in ((.5, 'median'), (.99, 'p99')):
        i = min(len(a) - 1, int(len(a) * q))
        row(f'round trip, {name}', f'{a[i] / 1e3:.0f} us', f'{b[i] / 1e3:.0f} us', f'{a[i] / b[i]:.2f} x')
    grown = ours.memory(('VmHWM',)) - floor.memory(('VmHWM',))
    row('resident memory, most', f"{ours.memory(('VmHWM',))} KiB", f"{floor.memory(('VmHWM',))} KiB", f'+{grown / 1024:.1f} MiB (<= 4) {verdict(grown <= 4096)}')
    ours.end()
    floor.end()


def starts():
    def once(*command):
        start = time.perf_counter_ns()
        host = Host(*command)
        host.ask(b'{"id":1,"type":"check"}')
        taken = time.perf_counter_ns() - start
        host.end()
        return taken
    a, b = zip(*((once(HONMONO, 'serve'), once(FLOOR)) for _ in range(STARTS)))
    ratio = statistics.median(x / y for x, y in zip(a, b))
    row('start to first reply, median', f'{statistics.median(a) / 1e6:.2f} ms', f'{statistics.median(b) / 1e6:.2f} ms', f'{ratio:.2f} x floor (<= 2.5) {verdict(ratio <= 2.5)}')


# ---- the filter ----

def cpu(path, *options):
    """Processor seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(path, 'rb') as source, open(os.devnull, 'wb') as sink:
        subprocess.run([HONMONO, 'check', '--ndjson', *options], stdin=source, stdout=sink, check=True, env=ENV)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def throughput(requests, urls):
    files = (('mails', write_lines('mails', requests), len(requests), 15000),
             ('URLs in batches of 1,000', write_lines('batches', checks({'links': [{'url': u} for u in urls[i:i + 1000]]} for i in range(0, len(urls), 1000))), len(urls), 150000),
             ('URLs, one a line', write_lines('single', checks({'links': [{'url': u}]} for u in urls)), len(urls), 120000))
    for name, path, count, wanted in files:
        rate = count / statistics.median(cpu(path) for _ in range(5))
        row(f'check --ndjson, {name}', f'{rate:,.0f} /s', '', f'(>= {wanted:,}) {verdict(rate >= wanted)}')


# ---- lists ----

def mixed(domains):
    """Listed, a letter off, with words added, and others."""
    rng = random.Random(3)
    for i in range(URLS):
        name = rng.choice(domains)
        label, _, suffix = name.partition('.')
        at = rng.randrange(len(label))
        yield 'https://' + (f'www.{name}/index.html', f'{label[:at]}q{label[at + 1:]}.{suffix}/login', f'{label}-secure{i}.example.net/',
                            f'www.unlisted{i}-{label[::-1].strip("-")}.com/')[i % 4]


def flatness():
    listed = []
    for size in SIZES:
        path = os.path.join(WORK, f'{size}.txt')
        with open(path, 'wb') as out:
            subprocess.run([sys.executable, os.path.join(HERE, 'domains.py'), str(size)], stdout=out, check=True)
        start = time.perf_counter()
        child = subprocess.Popen([HONMONO, 'compile', path, '-o', f'{path}.index'])
        _, status, used = os.wait4(child.pid, 0)
        if status:
            sys.exit('compile failed')
        listed.append((size, f'{path}.index', time.perf_counter() - start, used.ru_maxrss))
    with open(os.path.join(WORK, f'{SIZES[-1]}.txt'), encoding='ascii') as lines:
        urls = list(mixed(lines.read().split()))
    path = write_lines('mixed', checks({'links': [{'url': u} for u in urls[i:i + 1000]]} for i in range(0, len(urls), 1000)))
    nothing = write_lines('nothing', [b'{"id":1,"type":"check"}'])
    costs = {size: [] for size in SIZES}
    for _ in range(5):
        for size, index, _, _ in listed:
            costs[size].append(cpu(path, '--catalogue', index) - cpu(nothing, '--catalogue', index))
    base = {}
    for size, index, seconds, kib in listed:
        host = Host(HONMONO, 'serve', '--catalogue', index)
        host.ask(dump({'id': 1, 'type': 'check', 'links': [{'url': u} for u in urls[:2000]]}))
        cost, private = statistics.median(costs[size]) / len(urls) * 1e6, host.memory(('Private_Dirty',), 'smaps_rollup')
        host.end()
        base = base or {'cost': cost, 'private': private}
        file = os.path.getsize(index) / 1e6
        good = cost <= 1.3 * base['cost'] and private - base['private'] <= 2048
        row(f'{size:,} domains, a URL', f'{cost:.2f} us', f"{base['cost']:.2f} us", f"{cost / base['cost']:.2f} x 300 (<= 1.3 at 1,000,000), private +{(private - base['private']) / 1024:.2f} MiB (<= 2) {verdict(good)}")
        row(f'{size:,} domains, compile', f'{seconds:.2f} s', f'{kib // 1024} MiB', f'{file:.1f} MB (< 30 s, < 1 GiB, < 150 MB) {verdict(seconds < 30 and kib < 1 << 20 and file < 150)}')


def peers(urls):
    if not os.path.exists(PEERS):
        return row('peers', '-', '', 'ICU or libpsl is not installed for development')
    names = write_lines('names', [u.split('/')[2].encode() for u in urls])
    ours = statistics.median(cpu(os.path.join(WORK, 'batches')) for _ in range(3)) / len(urls) * 1e9
    for line in subprocess.run([PEERS, names], capture_output=True, text=True, check=True).stdout.split('\n')[:-1]:
        name, taken = line.split()[:2]
        row(f'a URL judged, against one {name}', f'{ours:.0f} ns', f'{taken} ns', f'{ours / float(taken):.1f} x')


def main():
    mails = list(real(MAILS) if MAILS else synthetic(3000))
    random.Random(1).shuffle(mails)
    requests = checks(mails)
    urls = [l['url'] for m in mails for l in m['links'] if l['url'].startswith('http') and l['url'].isascii()]
    urls = (urls * (1 + URLS // max(1, len(urls))))[:URLS]
    row('', 'ours', 'other', f"{'real' if MAILS else 'synthetic'} mails")
    round_trips(requests[:ROUND_TRIPS])
    starts()
    throughput(requests, urls)
    flatness()
    peers(urls)


if __name__ == '__main__':
    main()
