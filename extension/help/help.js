// "I already clicked, or typed my password": what to do, and the offices that take reports.
import { byId, element, openPage } from '../shared/page.js';

/** Labels of the offices and their pages. @type {Record<string, [string, string][]>} */
const OFFICES = {
  ja: [
    ['officeAntiphishing', 'https://www.antiphishing.jp/registration.html'],
    ['officePolice', 'https://www.npa.go.jp/bureau/cyber/soudan.html'],
    ['officeConsumer', 'https://www.caa.go.jp/policies/policy/local_cooperation/local_consumer_administration/hotline/'],
    ['officeGoogle', 'https://myaccount.google.com/security-checkup'],
  ],
  en: [
    ['officeIdentity', 'https://www.identitytheft.gov/'],
    ['officeReportFraud', 'https://www.reportfraud.police.uk/how-to-report-suspicious-activity/'],
    ['officeApwg', 'https://apwg.org/reportphishing/'],
    ['officeGoogle', 'https://myaccount.google.com/security-checkup'],
  ],
};

const { t, language } = await openPage();
byId('offices').append(...OFFICES[language].map(([label, page]) => {
  const item = element('li', '');
  const link = element('a', t(label));
  link.setAttribute('href', page);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
  item.append(link);
  return item;
}));
