import type { Sentences } from '../languages.ts';
import type { AccountMessages } from './AccountMessages.ts';

/** French. */
export const fr: Sentences<AccountMessages> = ({ number, plural }) => ({
  noHubs:
    'Vous n’êtes encore dans aucun hub. Dès que ce sera le cas, vous verrez ici si Kaltura y fonctionne pour vous.',
  loading: 'Recherche de l’état de votre connexion…',

  connected: 'Connecté',
  limited: 'Limité',
  untried: 'Pas encore utilisé',
  needsYou: 'À vous d’agir',
  needsAdmin: 'Administrateur requis',
  notInPlan: 'Hors de l’offre',
  paused: 'En pause',
  notConnected: 'Non connecté',
  unavailable: 'Indisponible pour l’instant',

  connectedState: {
    title: 'Kaltura fonctionne pour vous dans ce hub',
    text: 'Vos médias sont dans la médiathèque, sous « Depuis Kaltura ».',
  },
  limitedState: {
    title: 'Kaltura fonctionne pour vous, mais sans envoi de fichiers',
    text: 'Vous pouvez parcourir et importer. L’envoi ne fait pas partie des droits donnés par votre hub ; l’administrateur du hub peut changer cela.',
  },
  untriedState: {
    title: 'Kaltura est configuré dans ce hub, et personne ne l’a encore utilisé',
    text: 'Vérifiez maintenant, ou ouvrez simplement « Depuis Kaltura » dans la médiathèque.',
  },
  problems: {
    offline: {
      title: 'Vous êtes hors ligne',
      text: 'Ce qui est connu est affiché ci-dessous. Vérifiez de nouveau une fois la connexion rétablie.',
    },
    network: {
      title: 'Impossible de le savoir pour le moment',
      text: 'La connexion a échoué ou un filtre réseau l’empêche. Veuillez vérifier de nouveau dans un moment.',
    },
    forbidden: {
      title: 'Kaltura ne le permet pas',
      text: 'Votre utilisateur Kaltura ne peut pas lister de médias. Réessayer n’y change rien : demandez à l’administrateur du hub quels droits donne l’App Token du hub.',
    },
    kaltura_unavailable: {
      title: 'Kaltura ne répond pas',
      text: 'Le service est surchargé ou en maintenance. Veuillez vérifier de nouveau dans un moment.',
    },
    kaltura_error: {
      title: 'Kaltura n’a pas pu répondre',
      text: 'Vérifiez de nouveau dans un moment. Si cela persiste, prévenez l’administrateur du hub.',
    },
    token_missing: { title: 'Vous n’êtes pas connecté', text: 'Connectez-vous, puis rouvrez cette page.' },
    unknown: {
      title: 'Un problème est survenu',
      text: 'Impossible de le savoir. Veuillez vérifier de nouveau dans un moment.',
    },
  },

  userLabel: 'Vous dans Kaltura',
  created: (date) => `Créé pour vous le ${date}.`,
  createdNoLogin:
    'Sans mot de passe ni connexion propre : cet utilisateur sert ici, et n’ouvre ni MediaSpace (KMS) ni la console de Kaltura.',
  matched: (date) => `Un utilisateur Kaltura qui existait déjà ; le vôtre ici depuis le ${date}.`,
  matchedNoLogin: 'Aucun accès à MediaSpace (KMS) n’est fourni avec. Si vous en avez déjà un, il reste tel quel.',
  expected:
    'Voilà qui vous serez. L’utilisateur est retrouvé, ou créé, quand vous utilisez Kaltura d’ici pour la première fois.',
  notYours: 'C’est l’utilisateur que désigne votre connexion. D’ici, il n’est pas encore le vôtre.',
  noUser: 'On ne sait pas encore qui vous y êtes.',

  seesLabel: 'Ce que vous voyez',
  seesAll: 'Tous les médias du compte Kaltura de ce hub, sauf ceux que les règles d’accès de Kaltura vous ferment.',
  seesOwn:
    'Vos propres médias. C’est une règle de listage : ce que d’autres placent dans un espace, vous l’y voyez quand même.',
  mayLabel: 'Ce que vous pouvez faire',
  mayUpload: 'Importer et envoyer des médias, et traiter les vôtres comme 360°.',
  mayNotUpload: 'Importer des médias. L’envoi ne fait pas partie des droits donnés par votre hub.',
  notKnownYet: 'Kaltura le dit à la première utilisation.',
  accountLabel: 'Compte Kaltura',
  accountText: (partnerId, host) => `${partnerId} sur ${host}`,

  lastCheckLabel: 'Dernière vérification réussie',
  lastCheck: (when) => `${when}, par quelqu’un de ce hub.`,
  lastCheckOwn: (when) => `${when}, par vous.`,
  neverChecked: 'Personne de ce hub ne l’a encore utilisé.',
  checkNow: 'Vérifier maintenant',
  checkAgain: 'Vérifier de nouveau',
  checking: 'Vérification…',
  checkCreates: 'La vérification vous connecte à Kaltura, ce qui y crée votre utilisateur s’il n’y en a pas.',
  checkDone: (media) =>
    plural(media, {
      one: `Kaltura vient de répondre. ${number(media)} élément est prêt à être importé.`,
      other: `Kaltura vient de répondre. ${number(media)} éléments sont prêts à être importés.`,
    }),
  checkFailed: 'La vérification vient d’échouer.',

  uploadsTitle: 'Vos envois',

  sendTitle: 'À envoyer à l’administrateur du hub',
  sendText: 'Tout ce qu’il lui faut y est, et aucun secret.',
  copy: 'Copier le texte',
  copied: 'Copié.',
  copyFailed: 'La copie a échoué : sélectionnez le texte et copiez-le vous-même.',
  letter: ({ hub, what, request, code, reference, account, user, when }) =>
    [
      `Bonjour, il s’agit de Kaltura dans le hub « ${hub} ».`,
      '',
      `Ce que je vois : ${what}.`,
      request,
      '',
      ...line('Code', code),
      ...line('Référence pour l’assistance', reference),
      ...line('Compte Kaltura', account),
      ...line('Mon utilisateur Kaltura', user),
      `Constaté : ${when}`,
    ].join('\n'),
  requests: {
    test: 'Pourriez-vous ouvrir les réglages du hub, Kaltura, et lancer « Enregistrer et tester » ? Le test dit quoi changer.',
    connect: 'Pourriez-vous connecter le hub à notre compte Kaltura, dans les réglages du hub ?',
    plan: 'Pourriez-vous voir si notre offre peut comprendre Kaltura, ou me dire à qui le demander ?',
    resume: 'Pourriez-vous me dire quand cela reprend ? La reprise se fait dans les réglages du hub, Kaltura.',
    allowUploads: 'Pourriez-vous donner à l’App Token un rôle qui permet l’envoi ?',
    unblock: 'Pourriez-vous, ou la personne qui administre notre compte Kaltura, débloquer mon utilisateur Kaltura ?',
    tellApart:
      'Kaltura ne distingue pas mon adresse de celle d’un autre utilisateur, qui n’en diffère que par les accents. L’une des deux pourrait-elle être changée ?',
    freeUser:
      'Un autre compte de ce hub a mon utilisateur Kaltura ; c’est peut-être un ancien compte à moi. Pourriez-vous, vous ou qui exploite ce site, libérer cet utilisateur ?',
    letIn: 'Pourriez-vous me donner accès à Kaltura dans ce hub ?',
    allowPage:
      'Pourriez-vous demander à l’exploitant d’ajouter l’adresse de notre page à celles qui peuvent utiliser Kaltura ?',
  },
});

const line = (label: string, value: string | null): string[] => (value === null ? [] : [`${label} : ${value}`]);
