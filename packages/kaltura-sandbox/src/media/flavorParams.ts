/** How one rendition is made. Values as a fresh server has them; `h264b` to `h264h` are profiles of H.264. */
export interface FlavorParams {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly tags: string;
  readonly format: string;
  readonly videoCodec: string;
  /** kbit/s */
  readonly videoBitrate: number;
  readonly audioCodec: string;
  readonly audioBitrate: number;
  readonly audioChannels: number;
  readonly audioSampleRate: number;
  readonly width: number;
  readonly height: number;
}

/** The uploaded file itself. */
export const SOURCE_FLAVOR_ID = 0;

/** The stock flavors of video profiles, in the order of their ids. */
export const flavorParams: readonly FlavorParams[] = [
  {
    id: SOURCE_FLAVOR_ID,
    name: 'Source',
    description: 'Maintains the original format and settings of the file - duplicate of the source file',
    tags: 'source',
    format: '',
    videoCodec: '',
    videoBitrate: 0,
    audioCodec: '',
    audioBitrate: 0,
    audioChannels: 0,
    audioSampleRate: 0,
    width: 0,
    height: 0,
  },
  {
    id: 1,
    name: 'Mobile (3GP)',
    description: 'Nokia/Blackberry',
    tags: 'mobile,mpeg4',
    format: '3gp',
    videoCodec: 'mpeg4',
    videoBitrate: 300,
    audioCodec: 'aac',
    audioBitrate: 64,
    audioChannels: 0,
    audioSampleRate: 0,
    width: 320,
    height: 0,
  },
  h264(
    2,
    'Basic/Small - WEB/MBL (H264/400)',
    'mobile,web,mbr,iphone,iphonenew,ipad,ipadnew,dash',
    'h264b',
    400,
    64,
    360,
  ),
  h264(
    3,
    'Basic/Small - WEB/MBL (H264/600)',
    'mobile,web,mbr,iphone,iphonenew,ipad,ipadnew,dash',
    'h264b',
    600,
    64,
    480,
  ),
  {
    ...h264(
      4,
      'SD/Small - WEB/MBL (H264/900)',
      'mobile,web,mbr,ipad,ipadnew,iphone,iphonenew,dash',
      'h264m',
      900,
      64,
      540,
    ),
    description: 'SD/Small - WEB/MBL (H264)',
  },
  h264(
    5,
    'SD/Large - WEB/MBL (H264/1500)',
    'mobile,web,mbr,ipad,ipadnew,iphone,iphonenew,dash',
    'h264m',
    1500,
    128,
    720,
  ),
  h264(6, 'HD/720 - WEB (H264/2500)', 'web,mbr,dash', 'h264h', 2500, 128, 720),
  h264(7, 'HD/1080 - WEB (H264/4000)', 'web,mbr,dash', 'h264h', 4000, 128, 1080),
];

/** How many a fresh server has; the others make sound tracks in sixty languages, documents and live streams. */
export const STOCK_FLAVOR_PARAMS_COUNT = 106;

export function findFlavorParams(id: number): FlavorParams | undefined {
  return flavorParams.find((params) => params.id === id);
}

function h264(
  id: number,
  name: string,
  tags: string,
  videoCodec: string,
  videoBitrate: number,
  audioBitrate: number,
  height: number,
): FlavorParams {
  return {
    id,
    name,
    description: name,
    tags,
    format: 'mp4',
    videoCodec,
    videoBitrate,
    audioCodec: 'aac',
    audioBitrate,
    audioChannels: 2,
    audioSampleRate: 44100,
    width: 0,
    height,
  };
}
