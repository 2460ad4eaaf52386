// One message of an opened thread, in Gmail's shape. A message's nodes are made once and filled again and again:
// on the way to another thread Gmail keeps them and changes what is in them.
'use strict';

const LEGACY_ID_BASE = 0x18f0000000000000n;

/** @returns {{id: string, legacy: string}} */
const messageIds = (mail, index) => {
  let hash = 0n;
  for (const character of `${mail.id}/${index}`) hash = (hash * 131n + BigInt(character.codePointAt(0))) & 0xffffffffffffn;
  const number = LEGACY_ID_BASE + hash;
  return { id: `#msg-f:${number}`, legacy: number.toString(16) };
};

const shownDate = (date) => new Date(date).toLocaleString(language === 'ja' ? 'ja-JP' : 'en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });

const redirect = (url) => `https://www.google.com/url?q=${encodeURIComponent(url)}&source=gmail&ust=1795000000000000&usg=AOvVaw0sample`;

/** What Gmail does to a mail's markup: new targets, its redirector beside the sender's URL, prefixed ids. */
const adoptLinks = (body, legacy) => {
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href');
    if (/^(https?:)?\/\//i.test(href)) {
      setAttribute(link, 'target', '_blank');
      setAttribute(link, 'rel', 'noreferrer');
      setAttribute(link, 'data-saferedirecturl', redirect(link.href));
    } else if (href.startsWith('#')) link.setAttribute('href', `#m_-${parseInt(legacy.slice(-8), 16)}_${href.slice(1)}`);
  }
  for (const node of body.querySelectorAll('[id]')) node.id = `m_-${parseInt(legacy.slice(-8), 16)}_${node.id}`;
};

const fillBody = (body, message, ids) => {
  const html = message.html.join('\n');
  body.innerHTML = policy ? policy.createHTML(html) : html;
  setClass(body, `a3s.aiL.msg${parseInt(ids.legacy.slice(-8), 16)}`);
  adoptLinks(body, ids.legacy);
  window.sample.bodies[ids.id] = body.innerHTML;
};

const senderNodes = (from) => {
  const inner = make('span', {}, from.name || from.address);
  return [
    make('span.qu', { translate: 'no', role: 'gridcell', tabindex: '-1' },
      make('span.gD', { email: from.address, name: from.name || from.address, 'data-hovercard-id': from.address }, inner)),
    ' ',
    make('span.go', {}, make('span', { 'aria-hidden': 'true' }, '<'), from.address, make('span', { 'aria-hidden': 'true' }, '>')),
  ];
};

const recipientNodes = (to) => to.flatMap((person, index) => [
  index ? ', ' : '',
  make('span.g2', { email: person.address, name: person.address.startsWith('taro.yamada@') ? word('me') : person.name, 'data-hovercard-id': person.address },
    person.address.startsWith('taro.yamada@') ? word('me') : person.name),
]);

/** The table that exists only after the reader asked for it; its labels are in the reader's language. */
const detailsTable = (message, subject) => {
  const row = (label, value) => value && make('tr.ajv', {}, make('td.gG', {}, make('span.gI', {}, word(label))), make('td.gL', {}, make('span.gI', {}, value)));
  const full = (person) => `${person.name} <${person.address}>`;
  const rows = [row('from', full(message.from)), row('replyTo', message.replyTo?.map(full).join(', ')), row('toRow', message.to.map(full).join(', ')),
    row('date', shownDate(message.date)), row('subject', subject), row('mailedBy', message.details?.mailedBy), row('signedBy', message.details?.signedBy)];
  return make('div.ajA', {}, make('div.ajB.gt', {}, make('table.ajC', {}, make('tbody', {}, ...rows.filter(Boolean)))));
};

const attachmentCards = (message) => (message.attachments ?? []).map((file) => make('span.aZo', { download_url: `application/octet-stream:${file.name}:https://mail.google.com/mail/attachment` },
  make('a.aQy', { href: `https://mail.google.com/mail/attachment?f=${encodeURIComponent(file.name)}`, target: '_blank' },
    make('span.aV3', {}, file.name), ' ', make('span.SaH2Ve', {}, file.size))));

/** The box of an opened message; `fill` writes a message into it. */
class OpenMessage {
  constructor(onReply) {
    this.sender = make('h3.iw.gFxsud');
    this.recipients = make('span.hb');
    this.date = make('span.g3', { role: 'gridcell' });
    this.detailsButton = make('div.ajy', { role: 'button', tabindex: '0', 'aria-haspopup': 'true', 'aria-label': word('details'), click: () => this.toggleDetails() }, '▾');
    this.replyButton = make('div.T-I.aaq', { role: 'button', tabindex: '0', 'aria-label': word('reply'), click: () => onReply(this) }, '↩');
    this.header = make('div.gE.iv.gt', {}, make('table.cf.gJ', {}, make('tbody', {},
      make('tr.acZ', {}, make('td.gF.gK', {}, this.sender), make('td.gH.bAk', {}, this.date, this.replyButton)),
      make('tr.acZ.xD', {}, make('td.ady', { colspan: '2' }, make('div.iw.ajw', {}, this.recipients), this.detailsButton)))));
    this.body = make('div.a3s.aiL');
    this.text = make('div.ii.gt', { jslog: '20277; u014N:xr6bB' }, this.body, make('div.yj6qo'));
    this.clip = make('div.iX');
    this.files = make('div.hq.gt');
    this.reply = make('div.ip.iq');
    this.box = make('div.adn.ads', {}, make('div.aju', {}, make('div.aCi')),
      make('div.gs', {}, this.header, make('div.qQVYZb'), make('div', {}, this.text), this.clip, this.files, make('div.hi')), make('div.ajx'));
    this.footer = make('div.gA.gt.acV', {}, make('div.gB.xu', {}, this.reply));
    this.onReply = onReply;
  }

  fill(mail, index) {
    const message = mail.messages[index];
    const ids = messageIds(mail, index);
    this.message = message;
    this.subject = index ? `Re: ${mail.subject}` : mail.subject;
    this.ids = ids;
    setAttribute(this.box, 'data-message-id', ids.id);
    setAttribute(this.box, 'data-legacy-message-id', ids.legacy);
    this.sender.replaceChildren(...senderNodes(message.from));
    this.recipients.replaceChildren(word('to'), ...recipientNodes(message.to));
    this.date.textContent = shownDate(message.date);
    this.details?.remove();
    this.details = null;
    fillBody(this.body, message, ids);
    this.clip.replaceChildren(...(message.clipped ? [`${word('clipped')}  `, make('a', { href: '?ui=2&view=lg&permmsgid=msg-f:1', target: '_blank' }, word('entire'))] : []));
    this.files.replaceChildren(...(message.attachments ? [make('div.aQH', {}, ...attachmentCards(message))] : []));
    setClass(this.reply, 'ip.iq');
    this.reply.replaceChildren(make('div.amn', {}, make('span.ams.bkH', { role: 'link', tabindex: '0', click: () => this.onReply(this) }, word('reply')), ' ',
      make('span.ams.bkG', { role: 'link', tabindex: '0' }, word('forward'))));
  }

  toggleDetails() {
    if (this.details) { this.details.remove(); this.details = null; return; }
    this.details = detailsTable(this.message, this.subject);
    this.header.append(this.details);
  }

  /** Gmail quotes the mail below the answer, links included: they are the reader's own text now. */
  openReply() {
    const quote = make('div.gmail_quote', {}, make('blockquote.gmail_quote'));
    quote.firstChild.append(...[...this.body.cloneNode(true).childNodes]);
    const field = make('div.Am.editable', { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true' }, make('div', {}, make('br')), quote);
    setClass(this.reply, 'ip.iq.adB');
    this.reply.replaceChildren(make('div.M9', {}, make('div.AD', {}, make('form', {}, field), make('div.T-I.aoO', { role: 'button', tabindex: '0' }, word('send')))));
    field.focus();
  }
}

/** A collapsed message: sender and a line of its text, no body yet. */
const collapsedBox = (mail, index, expand) => {
  const message = mail.messages[index];
  const ids = messageIds(mail, index);
  const snippet = message.html.join(' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80);
  return make('div.adf.ads', { 'data-message-id': ids.id, 'data-legacy-message-id': ids.legacy, click: expand },
    make('table.cf.iB', {}, make('tbody', {}, make('tr', {},
      make('td.gH', {}, make('span.gD', { role: 'gridcell', email: message.from.address, name: message.from.name, 'data-hovercard-id': message.from.address }, message.from.name)),
      make('td', {}, make('div.iA.g6', {}, snippet)), make('td.gH.bAk', {}, make('span.g3', {}, shownDate(message.date)))))));
};
