// What the tests know of the sample mails, read from the same files that the inbox shows.
import { readMails } from './server.mjs';

export { readMails };

/** The links of a message in the order of the page, those without a host included. @returns {Array<{href: string, text: string}>} */
export function linksOf(message) {
  const html = message.html.join('\n');
  return [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href, inside]) => ({
    href: href.replaceAll('&amp;', '&'),
    text: inside.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').trim(),
  }));
}

/** What a reader sees of a message, as the extension would send it. */
export function requestOf(mail, message) {
  const text = message.html.join('\n').replace(/<(?:br|\/p|\/tr|\/div|\/h\d|\/td)[^>]*>/g, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const links = linksOf(message).map(({ href, text: shown }) => ({ url: URL.canParse(href) ? new URL(href).href : href, raw: href, text: shown }));
  return { sender: message.from, reply_to: message.replyTo?.map((person) => person.address), recipients: message.to.map((person) => person.address), subject: mail.subject, text, links };
}

/** Hostnames that the links of a mail lead to. @returns {Set<string>} */
export function linkHosts(mail) {
  const hosts = mail.messages.flatMap(linksOf).map((link) => { try { return new URL(link.href).hostname; } catch { return ''; } });
  return new Set(hosts.filter(Boolean));
}

/** Which link numbers of the mail's last opened message must be guarded. @returns {number[]} */
export function guardedLinks(mail) {
  const links = linksOf(mail.messages.at(-1));
  return mail.expect.guarded === 'all' ? links.map((_, index) => index) : mail.expect.guarded;
}

export const mailOf = (id) => {
  const mail = readMails().find((candidate) => candidate.id === id);
  if (!mail) throw new Error(`no sample mail ${id}`);
  return mail;
};

/** The place of a mail in the sample inbox's address. @param {string} [id] none: the list */
export const placeOf = (id) => (id ? `#inbox/FMfcgz${Buffer.from(id).toString('hex')}` : '#inbox');
