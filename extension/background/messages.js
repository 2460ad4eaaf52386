// The shapes of messages from our own scripts and of verdicts from the host. A content script lives in a page that
// may be hostile: what it sends is looked at before it goes anywhere.

const LEVELS = ['danger', 'warning', 'notice', 'none'];
const MOST_LINKS = 2000;

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const isText = (value) => value === undefined || typeof value === 'string';
/** @param {unknown} value */
const isTextList = (value) => value === undefined || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));

/** @param {unknown} link */
const isLink = (link) => isObject(link) && typeof link.url === 'string' && isText(link.raw) && isText(link.text);

/** @param {unknown} request @returns {request is CheckRequest} */
export function isCheckRequest(request) {
  if (!isObject(request) || 'type' in request || 'id' in request) return false;
  const { sender, links, auth } = request;
  return (
    (sender === undefined || (isObject(sender) && typeof sender.address === 'string' && isText(sender.name))) &&
    (links === undefined || (Array.isArray(links) && links.length <= MOST_LINKS && links.every(isLink))) &&
    (auth === undefined || isObject(auth)) &&
    (request.cut === undefined || typeof request.cut === 'boolean') &&
    [request.subject, request.text].every(isText) &&
    [request.recipients, request.reply_to].every(isTextList)
  );
}

/** @param {unknown} finding */
const isFinding = (finding) =>
  isObject(finding) && typeof finding.code === 'string' && LEVELS.includes(finding.level) && isObject(finding.target) && typeof finding.target.kind === 'string' &&
  isText(finding.title) && isText(finding.detail) && isText(finding.advisory) && isTextList(finding.official);

/** @param {unknown} link @param {number} sent */
const isLinkVerdict = (link, sent) =>
  isObject(link) && Number.isInteger(link.index) && link.index >= 0 && link.index < sent && LEVELS.includes(link.level) && typeof link.guard === 'boolean';

/** @param {unknown} verdict @param {CheckRequest} request @returns {verdict is Verdict} */
export function isVerdict(verdict, request) {
  const sent = request.links?.length ?? 0;
  return (
    isObject(verdict) && verdict.type === 'verdict' && LEVELS.includes(verdict.level) &&
    Array.isArray(verdict.claims) && verdict.claims.every((claim) => isObject(claim) && typeof claim.name === 'string') &&
    Array.isArray(verdict.links) && verdict.links.every((link) => isLinkVerdict(link, sent)) &&
    Array.isArray(verdict.findings) && verdict.findings.every(isFinding)
  );
}

/** @param {unknown} report @returns {report is TabReport} */
export function isTabReport(report) {
  return (
    isObject(report) && [report.messages, report.warned, report.unchecked].every((count) => Number.isInteger(count) && count >= 0) &&
    LEVELS.includes(report.level) && typeof report.broken === 'boolean'
  );
}
