/** Says in a JPEG that it is a whole equirectangular panorama: Google's GPano properties in an XMP packet, right behind the start of the file. */
export function withGPano(jpeg: Buffer, width: number, height: number): Buffer {
  const properties = {
    UsePanoramaViewer: 'True',
    ProjectionType: 'equirectangular',
    PoseHeadingDegrees: '0',
    CroppedAreaLeftPixels: '0',
    CroppedAreaTopPixels: '0',
    CroppedAreaImageWidthPixels: String(width),
    CroppedAreaImageHeightPixels: String(height),
    FullPanoWidthPixels: String(width),
    FullPanoHeightPixels: String(height),
  };
  const body = Object.entries(properties).map(([name, value]) => `<GPano:${name}>${value}</GPano:${name}>`);
  const xmp = [
    'http://ns.adobe.com/xap/1.0/\0<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:GPano="http://ns.google.com/photos/1.0/panorama/">',
    ...body,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');
  const text = Buffer.from(xmp, 'utf8');
  const head = Buffer.from([0xff, 0xe1, (text.length + 2) >> 8, (text.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}
