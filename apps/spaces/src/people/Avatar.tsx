/** A person's initials in a circle; decoration beside the name. */
export function Avatar({ name }: { name: string }) {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  // Drawn by the stylesheet: as text, the initials would count as a part of the button's name.
  return <span className="avatar" aria-hidden="true" data-initials={initials} />;
}
