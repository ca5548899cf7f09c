import type { Sentences } from '../languages.ts';
import type { ProjectionMessages } from './ProjectionMessages.ts';

/** French. */
export const fr: Sentences<ProjectionMessages> = () => ({
  title: 'Traiter comme 360°',
  choiceLabel: 'Affichage',
  flat: 'À plat',
  flatText: 'Une image ou un film ordinaire.',
  mono: 'À 360°',
  monoText: 'Une seule image tout autour, comme la plupart des caméras 360° la produisent.',
  topBottom: 'À 360° en 3D, haut et bas',
  topBottomText: 'Une image pour chaque œil, l’une au-dessus de l’autre.',
  leftRight: 'À 360° en 3D, côte à côte',
  leftRightText: 'Une image pour chaque œil, l’une à côté de l’autre.',
  layoutNotKept:
    'Un autre système utilise le champ où la disposition 3D serait notée : ce média peut être affiché autour de vous, mais pas en 3D.',
  effect:
    'Le tag « 360 » est ajouté dans Kaltura, ou retiré, pour toutes les personnes qui l’y utilisent. Ce qui a déjà été importé reste tel quel.',
  save: 'Enregistrer',
  cancel: 'Annuler',

  saving: (name) => `Modification de « ${name} »…`,
  savedFlat: (name) => `« ${name} » n’est plus traité comme 360°.`,
  savedMono: (name) => `« ${name} » est maintenant traité comme 360°.`,
  savedTopBottom: (name) => `« ${name} » est maintenant traité comme 360° en 3D, haut et bas.`,
  savedLeftRight: (name) => `« ${name} » est maintenant traité comme 360° en 3D, côte à côte.`,
  undone: (name) => `« ${name} » est de nouveau comme avant.`,
  undo: 'Rétablir',
  dismiss: 'Fermer',

  notYours: (name, owner) =>
    `« ${name} » reste tel quel : ce média appartient à ${owner}, et Kaltura ne laisse que ses propriétaire et éditeurs le modifier. Demandez-leur.`,
  noRight: (name) =>
    `« ${name} » reste tel quel : votre utilisateur Kaltura ne peut pas le modifier. Demandez à l’administrateur du hub quels droits donne l’App Token du hub.`,
  gone: (name) => `« ${name} » n’est plus dans Kaltura. Relancez la recherche pour voir ce qui s’y trouve.`,
  notKept: (name) =>
    `Kaltura n’a pas gardé la modification de « ${name} » : quelqu’un d’autre le modifie aussi, ou votre rôle ne comprend pas ses tags. Réessayez, ou demandez à l’administrateur du hub.`,
  unchanged: (name) => `« ${name} » reste tel quel.`,
});
