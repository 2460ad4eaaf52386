// Honest mails with a brand's name in them, by shape: the brand's own, its customers', its neighbours', people who bear its name.
// A shape gives the mails for one brand.

/** @typedef {import('./attacks.mjs').Shape} Shape */

/** Where a brand publishes addresses, only these are its senders; where others write too, none is sure. @param {any} brand @returns {string[]} */
function senders(brand) {
  if (brand.mail_addresses?.length) return brand.mail_addresses;
  const shared = [...(brand.user_content ?? []), ...(brand.relays ?? [])];
  return (brand.mail_domains ?? []).filter((/** @type {string} */ domain) => !shared.some((other) => domain === other || domain.endsWith(`.${other}`)))
    .map((/** @type {string} */ domain) => `no-reply@${domain}`);
}

/** @param {any} brand @returns {string[]} its names, as a reader meets them in a text */
const names = (brand) => [...new Set([brand.name.en, brand.name.ja])].filter(Boolean);
/** @param {any} brand @returns {string[]} one word of Latin letters, as surnames and shops are */
const words = (brand) => [...new Set([brand.name.en, ...(brand.weak_aliases ?? [])])].filter((/** @type {string} */ name) => /^[A-Z][a-z]{3,11}$/.test(name)).slice(0, 2);
/** @param {string} text @returns {string} */
const slug = (text) => text.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '');

/** @type {Record<string, Shape>} */
const OWN = {
  'the brand, under usual names': (brand) => senders(brand).slice(0, 2).flatMap((address) => names(brand).flatMap((name) =>
    [name, `${name} Support`, `The ${name} Team`, `${name} Newsletter`, `${name}サポート`, `${name} お客様センター`, `${name} (no-reply)`, `【${name}】`].map((one) => ({
      sender: { name: one, address }, subject: `${name}: your statement is ready / ご利用明細のお知らせ`, links: [{ url: brand.site, text: name }] })))),
  'the brand, from a sub-domain of its own': (brand) => (senders(brand).length && !brand.mail_addresses?.length ? senders(brand).slice(0, 1) : []).map((address) => ({
    sender: { name: brand.name.en, address: address.replace('@', '@news.') }, reply_to: [address], links: [{ url: brand.site, text: brand.site }] })),
  'the brand, through a mail service\'s click counter': (brand) => senders(brand).slice(0, 1).map((address) => ({
    sender: { name: brand.name.en, address }, subject: 'Monthly news',
    links: [{ url: 'https://u1234567.ct.sendgrid.net/ls/click?upn=u001.abc', text: brand.web_domains[0] }, { url: 'https://example.us7.list-manage.com/track/click?u=1&id=2', text: 'Unsubscribe' }] })),
};

/** @type {Record<string, Shape>} */
const OTHERS = {
  'a person of that name': (brand) => words(brand).flatMap((word) => [
    { sender: { name: `Anna ${word}`, address: `anna.${slug(word)}@physics.example.edu` }, subject: 'Minutes of Tuesday', recipients: ['taro@example.jp'] },
    { sender: { name: `${word}, John`, address: `j.${slug(word)}@example.org` }, reply_to: [`j.${slug(word)}@example.org`], subject: 'Re: lunch' },
    { sender: { name: `Dr. ${word}`, address: `praxis@dr-${slug(word)}.example` }, subject: 'Ihr Termin' },
    { sender: { name: `${word} Tanaka`, address: `tanaka.${slug(word)}@gmail.com` }, subject: '同窓会の件' }]),
  'a local business': (brand) => words(brand).flatMap((word) => ['Café', 'Tree Inn', 'Street Dental Practice', 'Farm Shop', 'Lane Primary School', '& Sons Plumbing'].map((trade) => ({
    sender: { name: `${word} ${trade}`, address: `hello@${slug(trade)}-on-the-hill.example` }, subject: 'Your booking', text: `Thank you for choosing ${word} ${trade}.`,
    links: [{ url: `https://${slug(trade)}-on-the-hill.example/bookings`, text: 'Your booking' }] }))),
  'a newsletter that names it': (brand) => names(brand).flatMap((name) => [
    { sender: { name: 'Kitchen & Home', address: 'news@kitchen-and-home.example' }, subject: `Now with ${name}`, text: `From today you can also use ${name} in our shop. © 2026 Kitchen & Home Ltd`,
      links: [{ url: 'https://click.kitchen-and-home.example/x', text: `Use ${name}` }, { url: 'https://kitchen-and-home.example/unsubscribe', text: 'Unsubscribe' }] },
    { sender: { name: '週刊ITニュース', address: 'news@weekly-it.example.jp' }, subject: `${name}を装うメールが増えています`, text: `${name}をかたるフィッシングが報告されています。パスワードを入力しないでください。`,
      links: [{ url: 'https://weekly-it.example.jp/articles/1', text: `${name}の件を読む` }] }]),
  'a mailing list about it': (brand) => names(brand).slice(0, 1).flatMap((name) => [
    { sender: { name: 'Jane Roe via users', address: 'users@lists.example.org' }, reply_to: ['jane@example.net'], subject: `[users] ${name} does not answer`, text: `Has anybody else seen that ${name} rejects the login?` },
    { sender: { name: `Jane Roe (${name.replace(/\.[a-z]+/gi, '')} users)`, address: 'jane@example.net' }, subject: 'Meeting', text: 'See you.' }]),
  'a shop that sells it': (brand) => names(brand).slice(0, 1).flatMap((name) => [
    { sender: { name: 'Corner Store', address: 'orders@corner-store.example' }, subject: `Your order: ${name} gift card`, text: `Thank you for your order. ${name} gift card, 1 piece.`, links: [{ url: 'https://corner-store.example/orders/1', text: 'Order' }] },
    { sender: { name: 'まちの電器店', address: 'order@machi-denki.example.jp' }, subject: `【ご注文確認】${name} ギフト券`, text: 'ご注文ありがとうございます。発送まで三日ほどお待ちください。', links: [{ url: 'https://machi-denki.example.jp/o/1', text: 'ご注文内容' }] }]),
  'a friend who sends a link to it': (brand) => [
    { sender: { name: '山田 花子', address: 'hanako@example.jp' }, subject: 'これ見て', text: `前に話していたのはこれです ${brand.site}`, links: [{ url: brand.site, text: brand.site }] },
    { sender: { name: 'Jane Roe', address: 'jane@gmail.com' }, subject: 'look', text: 'that is the one', links: [{ url: `${brand.site.replace(/\/$/, '')}/some/page?utm_source=mail#top`, text: 'this one' }] }],
  'a report from its own office network': (brand) => (brand.mail_addresses?.length ? [] : senders(brand)).slice(0, 1).map((address) => ({
    sender: { name: 'Mail Delivery System', address: address.replace(/^[^@]*/, 'mailer-daemon') }, subject: 'Undelivered Mail Returned to Sender', text: 'The mail system could not deliver your message.' })),
  'an honest list of links beside it': (brand) => [{ links: brand.web_domains.slice(0, 30).map((/** @type {string} */ domain) => ({ url: `https://${domain}/help?from=mail`, text: domain })) }],
};

/** @type {Record<string, Shape>} */
export const HONEST = { ...OWN, ...OTHERS };
