import { describe, expect, it } from 'vitest';
import { createServiceUrls } from './serviceUrls.ts';

const serviceUrls = createServiceUrls([
  'https://www.kaltura.com',
  'https://kaltura.uni.example:8443',
  'http://127.0.0.1:8788',
]);

const strangers = [
  '',
  ' ',
  'kaltura',
  'www.kaltura.com',
  '//www.kaltura.com',
  'https:',
  'https://',
  'https:///www.kaltura.com',
  'http://www.kaltura.com',
  'ftp://www.kaltura.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:,x',
  'HTTPS://www.kaltura.com',
  'https://www.kaltura.com.evil.example',
  'https://evil.example/www.kaltura.com',
  'https://wwwXkaltura.com',
  'https://kaltura.com',
  'https://a.www.kaltura.com',
  'https://www.kaltura.com@evil.example',
  'https://evil@www.kaltura.com',
  'https://:@www.kaltura.com',
  'https://www.kaltura.com:443',
  'https://www.kaltura.com:8443',
  'https://www.kaltura.com:',
  'https://www.kaltura.com.',
  'https://WWW.kaltura.com',
  'https://www.kaltura.com/api_v3',
  'https://www.kaltura.com?x',
  'https://www.kaltura.com#x',
  'https://www.kaltura.com//',
  'https://www.kaltura.com/.',
  'https:\\\\www.kaltura.com',
  'https://www.kaltura.com\\@evil.example',
  'https://evil.example\\@www.kaltura.com',
  'https:/www.kaltura.com',
  'https://www.kaltura.com\n',
  ' https://www.kaltura.com',
  'https://www.kaltura.com ',
  'https://www.kal\ttura.com',
  'https://www.kaltura.com\u0000',
  'https://www.kaltura.com%00',
  'https://www%2ekaltura.com',
  'https://ｗｗｗ.kaltura.com',
  'https://www。kaltura。com',
  'https://www.kältura.com',
  'http://127.0.0.1',
  'http://127.0.0.1:8787',
  'https://127.0.0.1:8788',
  'http://localhost:8788',
  'http://127.1:8788',
  'http://2130706433:8788',
  'http://0x7f.0.0.1:8788',
  'http://0177.0.0.1:8788',
  'http://127.0.0.1.:8788',
  'http://[::1]:8788',
  'http://[::ffff:127.0.0.1]:8788',
  'http://0:8788',
  'http://169.254.169.254',
  'https://10.0.0.1',
  'https://192.168.0.1',
  'https://[fd00::1]',
  'https://metadata.google.internal',
  'http://0.0.0.0:8788',
  'https://kaltura.uni.example',
  'https://kaltura.uni.example:08443',
  'http://kaltura.uni.example:8443',
  'https://kaltura.uni.example:8443:8443',
];

describe('service URLs', () => {
  it.each([
    'https://www.kaltura.com',
    'https://www.kaltura.com/',
    'https://kaltura.uni.example:8443',
    'http://127.0.0.1:8788',
  ])('that the operator named are taken: %s', (url) => {
    expect(serviceUrls.parse(url)).toBe(url.replace(/\/$/, ''));
  });

  it.each(strangers)('of anybody else are refused: %j', (url) => {
    expect(() => serviceUrls.parse(url)).toThrow('service_url_not_allowed');
  });

  it.each([
    'http://www.kaltura.com',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'https://*.kaltura.com',
    'https://kaltura.com/api',
    '',
  ])('cannot be named by the operator like this: %j', (url) => {
    expect(() => createServiceUrls([url])).toThrow(TypeError);
  });
});
