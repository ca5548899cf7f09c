import { isJsonError, type Json } from './json.ts';
import { toJsonText, toPhpText, toXmlText } from './serialise.ts';

export const corsHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Expose-Headers': 'Server, Content-Length, Content-Range, Date, X-Kaltura, X-Kaltura-Session, X-Me',
  'Access-Control-Allow-Origin': '*',
};

/** Answers a CORS preflight; `Authorization` is not among the headers Kaltura lets through. */
export function preflight(): Response {
  return new Response(null, {
    headers: {
      ...corsHeaders,
      'Access-Control-Allow-Headers': 'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control',
      'Access-Control-Allow-Methods': 'POST, GET, HEAD, OPTIONS',
      'Access-Control-Max-Age': '86400',
      'Content-Type': 'text/html; charset=UTF-8',
    },
  });
}

/** The answer in the asked format: 1 JSON, 2 XML (also when none is asked for), 3 PHP, 9 JSONP. An unknown one has no body at all. */
export function respond(value: Json, format: string | undefined, callback: string): Response {
  switch (format) {
    case '1':
      return answer(toJsonText(value), 'application/json', value);
    case undefined:
    case '':
    case '2':
      return answer(toXmlText(value), 'text/xml;charset=UTF-8', value);
    case '3':
      return answer(toPhpText(value), 'text/html; charset=UTF-8', value);
    case '9':
      return answer(
        `${callback.replaceAll(/[^0-9_a-zA-Z.]/g, '')}(${toJsonText(value)});`,
        'application/javascript',
        value,
      );
    default:
      return new Response(null, {
        headers: {
          ...apiHeaders('text/html; charset=UTF-8'),
          'X-Kaltura': 'error- UNKNOWN_RESPONSE_FORMAT',
          'X-Kaltura-App': `exiting on error UNKNOWN_RESPONSE_FORMAT - Response format provided [${headerText(format)}] is not recognized by server`,
        },
      });
  }
}

/** Paths the web server does not know are the only plain 404s. */
export function pathNotFound(): Response {
  const body =
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html><head>\n<title>404 Not Found</title>\n' +
    '</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n</body></html>\n';
  return new Response(body, { status: 404, headers: { 'Content-Type': 'text/html; charset=iso-8859-1' } });
}

/** HTTP status is 200 for errors too; only a forbidden service is to be seen in the headers. */
function answer(body: string, contentType: string, value: Json): Response {
  const headers = new Headers(apiHeaders(contentType));
  if (isJsonError(value) && value.code === 'SERVICE_FORBIDDEN') {
    headers.set('X-Kaltura', `error-${value.code}`);
    headers.set('X-Kaltura-App', headerText(`exiting on error ${value.code} - ${value.message}`));
  }
  return new Response(body, { headers });
}

function apiHeaders(contentType: string): Record<string, string> {
  return {
    ...corsHeaders,
    Expires: 'Sun, 19 Nov 2000 08:52:00 GMT',
    'Cache-Control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
    Pragma: 'no-cache',
    'Content-Type': contentType,
    'X-Me': 'kaltura-sandbox',
  };
}

function headerText(text: string): string {
  return text.replaceAll(/[^\u0020-\u007E]/g, '?');
}
