// Small tools for building the page. Every class and attribute passes through here, so that ?drop=… can take any
// one of Gmail's anchors away, as Gmail itself does when it changes.
'use strict';

const options = new URLSearchParams(location.search);

/** Anchors to lose, each `.class`, `[attribute]` or `[attribute=value]`. */
const dropped = new Set(options.getAll('drop').flatMap((value) => value.split(',')).filter(Boolean));

const policy = window.trustedTypes?.createPolicy('inbox', { createHTML: (html) => html });

/** @returns {string} the class names as this page writes them */
const classes = (names) => names.map((name) => (dropped.has(`.${name}`) ? `lost-${name}` : name)).join(' ');

const setAttribute = (node, name, value) => {
  const lost = dropped.has(`[${name}]`) || dropped.has(`[${name}=${value}]`);
  if (value === null || value === undefined) node.removeAttribute(lost ? `data-lost-${name}` : name);
  else node.setAttribute(lost ? `data-lost-${name}` : name, value);
};

const setClass = (node, names) => { node.className = classes(names.split('.').filter(Boolean)); };

/** make('div.adn.ads', {role: 'list'}, 'text', node…) */
const make = (spec, attributes = {}, ...children) => {
  const [tag, ...names] = spec.split('.');
  const node = document.createElement(dropped.has(tag) ? 'div' : tag);
  if (names.length) node.className = classes(names);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== null && value !== undefined) setAttribute(node, name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};

const WORDS = {
  en: { to: 'to ', me: 'me', from: 'from:', toRow: 'to:', date: 'date:', subject: 'subject:', mailedBy: 'mailed-by:', signedBy: 'signed-by:', replyTo: 'reply-to:',
    details: 'Show details', reply: 'Reply', forward: 'Forward', inbox: 'Inbox', compose: 'Compose', starred: 'Starred', sent: 'Sent',
    search: 'Search mail', clipped: '[Message clipped]', entire: 'View entire message', back: 'Back to Inbox', send: 'Send', print: 'Print all' },
  ja: { to: 'To ', me: '自分', from: 'From:', toRow: 'To:', date: '日付:', subject: '件名:', mailedBy: '送信元:', signedBy: '署名元:', replyTo: '返信先:',
    details: '詳細を表示', reply: '返信', forward: '転送', inbox: '受信トレイ', compose: '作成', starred: 'スター付き', sent: '送信済み',
    search: 'メールを検索', clipped: '[メッセージの一部が表示されていません]', entire: 'メッセージ全体を表示', back: '受信トレイに戻る', send: '送信', print: 'すべて印刷' },
};
const language = options.get('hl') === 'ja' ? 'ja' : 'en';
const word = (key) => WORDS[language][key];
