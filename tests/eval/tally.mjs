// Counting verdicts, and printing what they come to.

export const LEVELS = ['danger', 'warning', 'notice', 'none'];
/** @param {string} level */
export const flagged = (level) => level === 'danger' || level === 'warning';

/** @param {Map<any, number>} counts @param {any} key */
const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
/** @param {number} part @param {number} whole */
export const percent = (part, whole) => `${(whole ? (100 * part) / whole : 0).toFixed(2)}%`;
/** @param {number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
/** @param {string} text @param {number} width one line, without what a terminal would obey */
const short = (text, width) => [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()].slice(0, width).join('');

/** The results of one set. */
export class Tally {
  /** @param {string} name @param {'phish'|'honest'|undefined} mark @param {number} examples @param {string|undefined} by */
  constructor(name, mark, examples, by) {
    this.name = name;
    this.mark = mark;
    this.limit = examples;
    this.by = by;
    /** @type {Map<string, number>} */
    this.levels = new Map();
    /** @type {Map<string, Map<string, number>>} code -> level, or 'any' -> cases */
    this.codes = new Map();
    /** @type {Map<string, Map<string, number>>} */
    this.groups = new Map();
    /** @type {Map<string, string[]>} why -> cases */
    this.examples = new Map();
    /** @type {string[]} */
    this.errors = [];
    /** @type {number[]} */
    this.times = [];
    this.seconds = 0;
  }

  /** @param {import('./sets.mjs').Mail} mail @param {string} level */
  group(mail, level) {
    if (!this.by) return;
    const key = String(mail[this.by] ?? '?');
    if (!this.groups.has(key)) this.groups.set(key, new Map());
    count(/** @type {Map<string, number>} */ (this.groups.get(key)), level);
  }

  /** @param {import('./sets.mjs').Mail} mail @param {Error} error */
  fail(mail, error) {
    this.errors.push(`${mail.file}: ${error.message}`);
    this.group(mail, 'error');
  }

  /** @param {import('./sets.mjs').Mail} mail @param {any} verdict @param {number} milliseconds */
  add(mail, verdict, milliseconds) {
    this.times.push(milliseconds);
    count(this.levels, verdict.level);
    this.group(mail, verdict.level);
    for (const key of new Set(verdict.findings.flatMap((/** @type {any} */ finding) => [`${finding.code} ${finding.level}`, `${finding.code} any`]))) {
      const [code, level] = key.split(' ');
      if (!this.codes.has(code)) this.codes.set(code, new Map());
      count(/** @type {Map<string, number>} */ (this.codes.get(code)), level);
    }
    this.keepExamples(mail, verdict);
  }

  /** A false alarm under each code that raised it, a miss under what little was found. @param {import('./sets.mjs').Mail} mail @param {any} verdict */
  keepExamples(mail, verdict) {
    if (this.mark === 'honest' && flagged(verdict.level)) {
      for (const finding of verdict.findings.filter((/** @type {any} */ one) => flagged(one.level))) this.example(`${finding.code} ${finding.level}`, mail, finding);
    }
    if (this.mark === 'phish' && !flagged(verdict.level)) this.example([...new Set(verdict.findings.map((/** @type {any} */ one) => one.code))].sort().join(' + ') || 'nothing', mail);
  }

  /** @param {string} why @param {import('./sets.mjs').Mail} mail @param {any} [finding] */
  example(why, mail, finding) {
    const kept = this.examples.get(why) ?? [];
    this.examples.set(why, kept);
    if (kept.length >= this.limit || kept.some((line) => line.startsWith(`${mail.file} `))) return;
    const link = finding?.target.kind === 'link' ? mail.links?.[finding.target.index]?.url : undefined;
    const sender = mail.sender ? `${mail.sender.name} <${mail.sender.address}>` : '';
    const evidence = finding ? JSON.stringify({ brand: finding.brand?.id, ...finding.evidence }) : mail.links?.[0]?.url ?? '';
    kept.push([mail.file, short(sender, 70), short(mail.subject ?? '', 60), link && short(link, 90), short(evidence, 160)].filter(Boolean).join(' | '));
  }

  get answered() { return this.times.length; }
  /** @param {string} level */
  at(level) { return this.levels.get(level) ?? 0; }
}

/** @param {string[][]} rows @param {number} left columns that are words, not figures */
export function printTable(rows, left = 1) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) console.log(row.map((cell, column) => (column < left ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
}

/** @param {Tally[]} tallies the table of all sets */
export function printSummary(tallies) {
  const head = ['set', 'mails', 'danger', 'warning', 'notice', 'none', 'flagged', 'errors', 'per second', 'p50 ms', 'p99 ms'];
  printTable([head, ...tallies.map((tally) => {
    const times = [...tally.times].sort((a, b) => a - b);
    return [`${tally.name}${tally.mark ? ` (${tally.mark})` : ''}`, String(tally.answered + tally.errors.length),
      ...LEVELS.map((level) => percent(tally.at(level), tally.answered)), percent(tally.at('danger') + tally.at('warning'), tally.answered), String(tally.errors.length),
      (tally.answered / (tally.seconds || 1)).toFixed(0), quantile(times, 0.5).toFixed(2), quantile(times, 0.99).toFixed(2)];
  })]);
}

/** @param {Tally} tally */
function printCodes(tally) {
  const total = (/** @type {Map<string, number>} */ levels) => levels.get('any') ?? 0;
  const rows = [...tally.codes].sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1));
  if (!rows.length) return;
  printTable([['finding', ...LEVELS.slice(0, 3), 'share'], ...rows.map(([code, levels]) =>
    [code, ...LEVELS.slice(0, 3).map((level) => String(levels.get(level) ?? 0)), percent(total(levels), tally.answered)])]);
}

/** @param {Tally} tally */
function printGroups(tally) {
  if (!tally.by) return;
  const total = (/** @type {Map<string, number>} */ levels) => [...levels.values()].reduce((sum, n) => sum + n, 0);
  const rows = [...tally.groups].sort((a, b) => total(b[1]) - total(a[1]));
  console.log('');
  printTable([[tally.by, 'mails', ...LEVELS, 'errors', 'flagged'], ...rows.map(([key, levels]) =>
    [short(key, 50), String(total(levels)), ...LEVELS.map((level) => String(levels.get(level) ?? 0)), String(levels.get('error') ?? 0),
      percent((levels.get('danger') ?? 0) + (levels.get('warning') ?? 0), total(levels))])]);
}

/** @param {Tally} tally one set's findings, groups, errors and examples */
export function printDetails(tally) {
  console.log(`\n== ${tally.name}`);
  printCodes(tally);
  printGroups(tally);
  for (const error of tally.errors.slice(0, 5)) console.log(`error: ${short(error, 200)}`);
  if (tally.examples.size) console.log(tally.mark === 'honest' ? '\nfalse alarms:' : '\nmisses:');
  for (const [why, lines] of [...tally.examples].sort()) {
    if (!lines.length) continue;
    console.log(`  ${why}`);
    for (const line of lines) console.log(`    ${line}`);
  }
}
