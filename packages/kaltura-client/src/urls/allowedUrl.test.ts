import { describe, expect, it } from 'vitest';
import { allowedUrl, toServiceUrl } from './allowedUrl.ts';

const account = { serviceUrl: 'https://www.kaltura.com', hosts: ['cdnapisec.kaltura.com', 'cdn.example:8443'] };

describe('a URL in an answer', () => {
  it.each([
    'https://www.kaltura.com/p/102/thumbnail/entry_id/0_a',
    'https://cdnapisec.kaltura.com/p/102/raw',
    'https://cdn.example:8443/x?y=z',
  ])('is used when its host is the account’s: %s', (url) => {
    expect(allowedUrl(url, account)).toBe(url);
  });

  it.each([
    'https://www.kaltura.com@evil.example/x',
    'https://www.kaltura.com.evil.example/x',
    'https://evil.example/www.kaltura.com',
    'https://evil.example\\@www.kaltura.com/x',
    'https://www.kaltura.com:444/x',
    'https://user@www.kaltura.com/x',
    'https://cdn.example/x',
    'https://xcdnapisec.kaltura.com/x',
    'https://www.kaltura.com%00.evil.example/x',
    'https://wwwxkaltura.com/x',
    '//www.kaltura.com/x',
    '/p/102/thumbnail',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://www.kaltura.com/x',
    'blob:https://www.kaltura.com/x',
    'https://www.kaltura.com/p/102/ks/djJ8MTAy/thumbnail',
    'https://www.kaltura.com/p/102/thumbnail?a=b&ks=djJ8MTAy',
    '',
    null,
    7,
    {},
  ])('is refused when it leads elsewhere or carries a KS: %s', (url) => {
    expect(allowedUrl(url, account)).toBeNull();
  });

  it('is read as https on an https service, as Kaltura behind a proxy writes http', () => {
    expect(allowedUrl('http://www.kaltura.com/x', account)).toBe('https://www.kaltura.com/x');
    expect(allowedUrl('HTTP://cdnapisec.kaltura.com/x', account)).toBe('https://cdnapisec.kaltura.com/x');
  });

  it('may be http on loopback only', () => {
    const sandbox = { serviceUrl: 'http://127.0.0.1:8788', hosts: ['plain.example'] };
    expect(allowedUrl('http://127.0.0.1:8788/x', sandbox)).toBe('http://127.0.0.1:8788/x');
    expect(allowedUrl('http://127.0.0.1:9/x', sandbox)).toBeNull();
    expect(allowedUrl('http://plain.example/x', sandbox)).toBeNull();
  });
});

describe('a service URL', () => {
  it('has one spelling', () => {
    expect(toServiceUrl('HTTPS://WWW.Kaltura.com:443//')).toBe('https://www.kaltura.com');
    expect(toServiceUrl('https://kaltura.example/de/')).toBe('https://kaltura.example/de');
    expect(toServiceUrl('http://localhost:8788')).toBe('http://localhost:8788');
    expect(toServiceUrl('http://[::1]:8788')).toBe('http://[::1]:8788');
  });

  it.each([
    'http://www.kaltura.com',
    'http://127.0.0.1.evil.example',
    'https://a@www.kaltura.com',
    'https://www.kaltura.com?x',
    'https://www.kaltura.com#x',
    'www.kaltura.com',
    `https://${'a'.repeat(5000)}.example`,
    undefined,
  ])('is not %s', (url) => {
    expect(toServiceUrl(url)).toBeNull();
  });
});
