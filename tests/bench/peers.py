#!/usr/bin/env python3
"""peers.py HONMONO FLOOR PEERS WORK [MAILS.ndjson]: whole mails and hostnames in other programs, on the same inputs and in
the same run as ours; run.sh calls it after measure.py. What is not installed is said to be. Nobody asks the network.
"""
import email.message
import email.policy
import http.client
import os
import pwd
import random
import subprocess
import sys
import time

from measure import HERE, HONMONO, MAILS, PEERS, WORK, Host, checks, real, row, synthetic, write_lines

COUNT, PORT, START_SECONDS = 200, 21333, 120
NPM = os.environ.get('HONMONO_PEERS', '')
RSPAMD = '''.include "/etc/rspamd/common.conf"
options { filters = "chartable,regexp"; tempdir = "%(folder)s"; pidfile = "%(folder)s/pid"; rrd = null;
  control_socket = "%(folder)s/control mode=0600"; dns { nameserver = ["127.0.0.1:9"]; timeout = 1ms; retransmits = 1; } }
logging { type = "file"; filename = "%(folder)s/log"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:%(port)d"; count = 1; }
worker "controller" { count = 0; }
%(off)s
'''
NETWORK = ('rbl', 'surbl', 'spf', 'dkim', 'dkim_signing', 'dmarc', 'arc', 'asn', 'fuzzy_check', 'mid', 'hfilter', 'url_redirector', 'greylist', 'ratelimit', 'replies', 'history_redis', 'bayes_expiry', 'neural')


def raw(mail):
    """A mail of the bench as it would arrive: text and markup with its links."""
    out = email.message.EmailMessage(policy=email.policy.SMTP)
    sender = mail.get('sender') or {}
    name = (sender.get('name') or '').replace('"', "'").replace('\n', ' ')
    out['From'] = f'"{name}" <{sender.get("address", "nobody@example.net").encode("ascii", "ignore").decode()}>'
    out['To'] = (mail.get('recipients') or ['taro@example.jp'])[0]
    out['Subject'] = ' '.join((mail.get('subject') or '').split())
    out['Date'], out['Message-ID'] = 'Fri, 20 Nov 2026 09:00:00 +0900', f'<{abs(hash(str(mail)))}@example.net>'
    text = mail.get('text') or ''
    out.set_content(text.encode('utf-8', 'replace').decode())
    links = ''.join(f'<p><a href="{link["url"]}">{link.get("text", "")}</a></p>' for link in mail.get('links', []))
    out.add_alternative(f'<html><body><p>{text}</p>{links}</body></html>'.encode('utf-8', 'replace').decode(), subtype='html')
    return out.as_bytes()


def quantile(times, q):
    return sorted(times)[min(len(times) - 1, int(len(times) * q))]


def compare(name, ours, theirs):
    """Microseconds of both, a mail each."""
    for q, word in ((.5, 'median'), (.99, 'p99')):
        a, b = quantile(ours, q), quantile(theirs, q)
        row(f'a mail, against {name}, {word}', f'{a:.0f} us', f'{b:.0f} us', f'1/{b / a:.0f} of it')


def spamassassin(folder):
    try:
        done = subprocess.run(['perl', os.path.join(HERE, 'peers.pl'), folder], capture_output=True, text=True, timeout=600, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return [float(line) for line in done.stdout.split()]


def ask(body):
    link = http.client.HTTPConnection('127.0.0.1', PORT, timeout=20)
    link.request('POST', '/checkv2', body)
    reply = link.getresponse().read()
    link.close()
    return reply


def rspamd(bodies, folder):
    """rspamd with one worker, its own rules, and every module off that would ask the network."""
    try:
        user = pwd.getpwnam('_rspamd')
    except KeyError:
        return None
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'rspamd.conf'), 'w', encoding='ascii') as out:
        out.write(RSPAMD % {'folder': folder, 'port': PORT, 'off': '\n'.join(f'{name} {{ enabled = false; }}' for name in NETWORK)})
    try:
        for at in (WORK, folder):
            os.chmod(at, 0o755)
        os.chown(folder, user.pw_uid, user.pw_gid)
        child = subprocess.Popen(['rspamd', '-f', '-u', '_rspamd', '-g', '_rspamd', '-c', os.path.join(folder, 'rspamd.conf')], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return None
    try:
        for _ in range(START_SECONDS):
            try:
                ask(bodies[0])
                break
            except OSError:
                time.sleep(1)
        else:
            return None
        times = []
        for body in bodies:
            start = time.perf_counter_ns()
            ask(body)
            times.append((time.perf_counter_ns() - start) / 1e3)
        return times
    except OSError:
        return None
    finally:
        child.terminate()
        child.wait()


def hostnames(mails):
    names = [link['url'].split('/')[2] for mail in mails for link in mail['links'] if link['url'].startswith('http') and link['url'].count('/') >= 2][:2000]
    path = write_lines('peer-names', [name.encode() for name in names])
    host = Host(HONMONO, 'serve')
    times = [host.ask(request) / 1e3 for request in checks({'links': [{'url': f'https://{name}/'}]} for name in names)]
    host.end()
    for name, command in (('eth-phishing-detect', ['node', os.path.join(HERE, 'peers.mjs'), NPM, path]), ('ICU, libpsl', [PEERS, path])):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        except (OSError, subprocess.SubprocessError):
            row(name, '-', '', 'not installed')
            continue
        for line in done.stdout.splitlines():
            *what, _, median, p99 = line.split()
            for q, word, theirs in ((.5, 'median', float(median)), (.99, 'p99', float(p99))):
                a = quantile(times, q)
                row(f'a name through the pipe, {"one " if what else ""}{what[0] if what else name}, {word}', f'{a:.0f} us', f'{theirs / 1e3:.1f} us', f'{a / (theirs / 1e3):.1f} x')


def main():
    mails = list(real(MAILS) if MAILS else synthetic(3000))
    random.Random(1).shuffle(mails)
    hostnames(mails)
    mails = mails[:COUNT]
    folder = os.path.join(WORK, 'eml')
    os.makedirs(folder)
    bodies = [raw(mail) for mail in mails]
    for at, body in enumerate(bodies):
        with open(os.path.join(folder, f'{at:05}.eml'), 'wb') as out:
            out.write(body)
    host = Host(HONMONO, 'serve')
    requests = checks(mails)
    for request in requests[:20]:
        host.ask(request)
    ours = [host.ask(request) / 1e3 for request in requests]
    host.end()
    for name, theirs in (('SpamAssassin', spamassassin(folder)), ('rspamd', rspamd(bodies, os.path.join(WORK, 'rspamd')))):
        if theirs:
            compare(name, ours, theirs)
        else:
            row(name, '-', '', 'not installed')


if __name__ == '__main__':
    sys.exit(main())
