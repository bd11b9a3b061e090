import { isLoopbackHost } from '../../../platform/loopback';

/**
 * Where files of a personal chat lie: the sender's OneDrive, which is SharePoint's, in Microsoft's worldwide and national clouds
 * ("Office 365 URLs and IP address ranges": SharePoint Online and OneDrive for Business).
 */
const FILE_HOSTS: readonly string[] = [
  'sharepoint.com',
  'sharepoint.us',
  'sharepoint-mil.us',
  'sharepoint.cn',
];

const LONGEST = 8_192;

/** Whether a file may be fetched from, or put to, an address that an activity names: https on a host of Microsoft's; in sandbox mode this machine. */
export const fileUrlAllowed =
  (sandbox: boolean) =>
  (address: string): boolean => {
    const url = address.length <= LONGEST && URL.canParse(address) ? new URL(address) : undefined;
    if (!url || url.username !== '' || url.password !== '') return false;
    if (sandbox) return url.protocol === 'http:' && isLoopbackHost(url.hostname);
    const isTheirs = FILE_HOSTS.some((host) => url.hostname.endsWith(`.${host}`));
    return url.protocol === 'https:' && url.port === '' && isTheirs;
  };
