/** A real picture, painted here: a sky over a horizon, with a sun. */
export async function paintedPicture(
  name: string,
  { width, height }: { width: number; height: number },
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('This browser does not paint');
  const sky = paint.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#2b4c8c');
  sky.addColorStop(0.55, '#f2b48f');
  sky.addColorStop(0.56, '#2d4a3e');
  sky.addColorStop(1, '#16261f');
  paint.fillStyle = sky;
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = '#fff3d6';
  paint.beginPath();
  paint.arc(width * 0.68, height * 0.42, height * 0.09, 0, 7);
  paint.fill();
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('The picture was not made');
  return new File([blob], name, { type: 'image/png', lastModified: 1 });
}
