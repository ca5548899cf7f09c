import type { Sentences } from '../languages.ts';
import type { UploaderMessages } from './UploaderMessages.ts';

/** French. */
export const fr: Sentences<UploaderMessages> = ({ number, plural }) => {
  const files = (count: number): string =>
    plural(count, { one: `${number(count)} fichier`, other: `${number(count)} fichiers` });
  const uploads = (count: number): string =>
    plural(count, { one: `${number(count)} envoi`, other: `${number(count)} envois` });
  return {
    uploaderLabel: 'Envoyer vers Kaltura',
    dropTitle: (kinds) => `Déposez ici ${kinds}`,
    kinds: { video: 'des vidéos', image: 'des images', audio: 'des sons' },
    dropText: 'Vous pouvez aussi les coller.',
    dropSphere: 'Le 360° est reconnu automatiquement.',
    dropHere: 'Déposez pour ajouter',
    chooseFiles: 'Choisir des fichiers',
    limitSize: (size) => `Jusqu’à ${size} chacun`,
    limitCount: (count) => `${files(count)} à la fois`,
    whoSees: (hub) => `Ce que vous envoyez rejoint le compte Kaltura de ${hub}.`,
    cannotUploadTitle: 'Vous ne pouvez rien envoyer vers le compte Kaltura de ce hub',
    cannotUploadText:
      'L’App Token du hub ne permet pas d’envoyer des médias. Demandez à l’administrateur du hub : dans les paramètres, un token sans rôle restrictif le permet.',

    draftsLabel: (count) => `${files(count)} à envoyer`,
    uploadDrafts: (count) => `Envoyer ${files(count)}`,
    discardDrafts: 'Abandonner',
    removeDraft: (name) => `Retirer ${name}`,
    nameLabel: 'Nom',
    descriptionLabel: 'Texte descriptif',
    tagsLabel: 'Mots-clés',
    tagsHint: 'Séparés par des virgules',
    moreDetails: 'Description et mots-clés',
    saveDetails: 'Enregistrer',
    editDetails: 'Modifier les détails',
    lookingAtFile: 'Lecture du fichier…',

    projectionLabel: 'Affichage',
    projectionFlat: 'À plat',
    projectionSphere: 'À 360°',
    layoutLabel: 'Disposition des deux yeux',
    layoutOptions: { mono: 'Une seule image', 'top-bottom': 'Haut et bas', 'left-right': 'Côte à côte' },
    layouts: { mono: 'une seule image', 'top-bottom': 'haut et bas', 'left-right': 'côte à côte' },
    sphereFound: (evidence, layout) => `360° détecté : ${evidence}, ${layout}`,
    sphereLikely:
      'Cela ressemble à du 360° : l’image est deux fois plus large que haute, mais le fichier ne le dit pas. Est-ce le cas ?',
    sphereNotFound: 'Rien dans le fichier n’indique du 360°.',
    sphereByYou: 'Vous avez indiqué que c’est du 360°.',
    flatByYou: 'Vous avez indiqué que c’est à plat.',
    sphereTag: 'Le tag 360 est ajouté : le lecteur de Kaltura et le filtre s’y fient.',
    evidence: {
      'mp4.sv3d': 'métadonnées sphériques',
      'mp4.uuid_xml': 'métadonnées sphériques, version 1',
      'mp4.st3d': 'métadonnées stéréo',
      'mp4.vexu': 'métadonnées sphériques',
      'matroska.projection': 'métadonnées sphériques',
      'matroska.tag_xml': 'métadonnées sphériques, version 1',
      'matroska.stereo_mode': 'métadonnées stéréo',
      'xmp.gpano': 'métadonnées de panorama',
      'ratio.2_1': 'deux fois plus large que haute',
      vr180:
        'C’est du VR180 : il ne montre que la moitié avant et ne reçoit donc pas le tag 360. Le lecteur de Kaltura l’affiche à plat.',
      cubemap:
        'C’est une projection cubique, que le lecteur de Kaltura ne sait pas placer autour de vous. Exportez d’abord en équirectangulaire.',
      partial:
        'D’après le fichier, il ne montre qu’une partie de la sphère : il ne reçoit pas le tag 360. Le lecteur de Kaltura l’affiche à plat.',
      'unstitched.insta360':
        'C’est l’original d’une caméra Insta360 : deux images fisheye. Exportez-le d’abord en vidéo 360° dans Insta360 Studio.',
      'unstitched.gopro_max':
        'C’est l’original d’une caméra 360° GoPro. Exportez-le d’abord en vidéo 360° dans GoPro Player.',
      'unstitched.dual_fisheye':
        'Cela ressemble à deux images fisheye côte à côte. Assemblez-les d’abord en 360° avec le logiciel de la caméra.',
      heic: 'Les images HEIC ne s’affichent pas dans les navigateurs. Exportez-la d’abord en JPEG.',
    },
    questionTitle: 'Cela ressemble à du 360° (2:1) : est-ce le cas ?',
    questionText: 'L’envoi continue entre-temps ; votre réponse est attendue avant la création du média.',
    questionYes: 'Oui, à 360°',
    questionNo: 'Non, à plat',

    refusedTitle: (count) =>
      plural(count, {
        one: `${number(count)} fichier n’a pas été pris`,
        other: `${number(count)} fichiers n’ont pas été pris`,
      }),
    refusedMore: (count) => `En afficher ${number(count)} de plus`,
    dismissRefused: 'Fermer',
    refusals: {
      empty: 'Il est vide (0 octet). Vérifiez qu’il a été copié ou exporté entièrement.',
      too_large: 'Il est trop volumineux. Exportez-le plus petit, ou demandez à l’administrateur du hub.',
      kind_not_wanted: 'Ce type de média ne peut pas être ajouté ici.',
      type_unknown: 'Ce type de fichier ne peut pas être envoyé ici. Exportez-le en MP4, JPEG ou MP3.',
      content_differs: 'Son contenu ne correspond pas à son extension. Exportez-le de nouveau au lieu de le renommer.',
      unreadable:
        'Le navigateur ne peut pas le lire. Vérifiez qu’il existe encore et qu’aucun autre programme ne l’utilise.',
      heic: 'Les images HEIC et AVIF ne s’affichent pas dans tous les navigateurs. Exportez-la en JPEG ou PNG.',
      needs_stitching:
        'C’est l’original d’une caméra 360°, qu’il faut d’abord assembler. Exportez-le en vidéo ou image 360° avec le logiciel de la caméra.',
      folder: 'Un dossier ne peut pas être envoyé. Ouvrez-le et déposez les fichiers qu’il contient.',
      too_many: 'Il y a trop de fichiers à la fois. Envoyez d’abord ceux-ci, puis les autres.',
    },
    refusedSize: (size, limit) =>
      `Il fait ${size} ; ici, on peut envoyer jusqu’à ${limit}. Exportez-le plus petit, ou demandez à l’administrateur du hub.`,
    refusedCount: (limit) => `On peut envoyer ${files(limit)} à la fois. Envoyez d’abord ceux-ci, puis les autres.`,

    trayLabel: 'Envois vers Kaltura',
    trayUploading: (count) => `Envoi de ${files(count)}`,
    trayPaused: (count) => `${uploads(count)} en pause`,
    trayProcessing: (count) => `Kaltura traite ${files(count)}`,
    trayDone: (count) => `${files(count)} dans Kaltura`,
    trayCancelled: (count) => plural(count, { one: `${uploads(count)} annulé`, other: `${uploads(count)} annulés` }),
    trayFailed: (count) => plural(count, { one: `${uploads(count)} a échoué`, other: `${uploads(count)} ont échoué` }),
    trayAsks: (count) =>
      plural(count, { one: `${uploads(count)} pose une question`, other: `${uploads(count)} posent une question` }),
    trayResume: (count) =>
      plural(count, {
        one: `${uploads(count)} attend son fichier`,
        other: `${uploads(count)} attendent leurs fichiers`,
      }),
    expand: 'Afficher les envois',
    collapse: 'Masquer les envois',
    clearFinished: 'Effacer ce qui est terminé',
    uploadsLabel: 'Envois',
    waitsForSession: 'Ce qui est arrivé est gardé 7 jours : reprenez l’envoi une fois la chose réglée.',
    forgetful:
      'Ce navigateur ne garde rien ici (fenêtre privée, ou plus de place). Après un rechargement, ces envois recommenceraient : laissez la page ouverte.',
    totalProgress: 'Tous les envois',
    progressOf: (name) => `Envoi de ${name}`,
    bytesOf: (done, total) => `${done} sur ${total}`,
    timeLeft: (time) => `encore ${time}`,
    almostThere: 'presque fini',

    queued: 'Attend son tour',
    paused: (percent) => `En pause à ${percent}`,
    attaching: 'Tout est arrivé. Création du média dans Kaltura…',
    converting: 'Kaltura le traite.',
    readyImage: 'Prêt',
    readyChecking: 'Lisible. Kaltura prépare encore DASH…',
    readyDash: 'Prêt, diffusé en DASH',
    readyNoDash: {
      no_dash_flavor:
        'Lisible. DASH n’est pas disponible : le profil de conversion n’a pas de version DASH. L’administrateur du hub peut en choisir un autre.',
      dash_flavor_failed:
        'Lisible. DASH n’est pas disponible : Kaltura n’a pas pu créer les versions nécessaires. Envoyez le fichier de nouveau, ou demandez à l’administrateur du hub.',
      not_offered:
        'Lisible. DASH n’est pas disponible : les règles du compte ne vous offrent pas de flux DASH. Demandez à l’administrateur du hub.',
    },
    cancelled: 'Annulé. Il n’en reste rien dans Kaltura.',
    waitsNetwork: 'Attend le réseau et reprendra de lui-même.',
    waitsSession: 'Attend que Kaltura vous laisse entrer, et reprendra de lui-même.',
    waitsKaltura: 'Attend que Kaltura se rétablisse, et reprendra de lui-même.',
    waitsTab: 'Un autre onglet envoie ce fichier. Ce qu’il en advient s’affiche aussi ici.',
    waitsAnswer: 'Tout est arrivé. Il ne manque que votre réponse.',
    waitsFile: (fileName, percent) =>
      `Choisissez de nouveau ${fileName} pour ${percent === null ? 'l’envoyer depuis le début' : `reprendre à ${percent}`}. C’est possible pendant 7 jours.`,
    waitsResume: (percent) =>
      `Interrompu ${percent === null ? 'au début' : `à ${percent}`}. Reprenez-le dans les 7 jours.`,
    otherFile: (fileName) => `C’est un autre fichier. Choisissez le même ${fileName} qu’avant, ou annulez cet envoi.`,
    otherFiles: (fileNames) => `Aucun de ces envois n’attend ${fileNames}.`,
    pause: (name) => `Mettre ${name} en pause`,
    resume: (name) => `Reprendre ${name}`,
    cancel: (name) => `Annuler ${name}`,
    retry: 'Réessayer',
    forget: (name) => `Retirer ${name} de cette liste`,
    chooseAgain: 'Choisir de nouveau le fichier',
    chooseAllAgain: (count) => `Choisir de nouveau les ${number(count)} fichiers`,
    goOn: 'Reprendre',
    goOnWithAll: (count) => `Reprendre ${uploads(count)}`,
    importUpload: (name) => `Importer ${name}`,
    importShort: 'Importer',
    imported: 'Dans cet espace',
    importFailed: 'L’import n’a pas abouti. Veuillez réessayer.',
    problems: {
      file_changed: {
        title: 'Le fichier a été modifié entre-temps',
        text: 'Des morceaux de deux versions ne font pas un film. Choisissez le fichier tel qu’il est et envoyez-le de nouveau.',
      },
      file_unreadable: {
        title: 'Le fichier ne peut plus être lu',
        text: 'Il a été déplacé, modifié ou supprimé, ou son disque n’est plus là. Choisissez-le de nouveau pour l’envoyer.',
      },
      type_refused: {
        title: 'Kaltura n’accepte pas ce fichier',
        text: 'Le compte autorise d’autres types, ou le contenu n’est pas ce qu’il prétend. Exportez en MP4, JPEG ou MP3.',
      },
      account_blocked: {
        title: 'Le compte Kaltura est bloqué ou plein',
        text: 'L’administrateur du hub ou de Kaltura peut faire de la place ou le débloquer. Ce qui est arrivé est gardé 7 jours ; réessayez ensuite.',
      },
      forbidden: {
        title: 'Kaltura n’autorise pas cet envoi',
        text: 'Votre utilisateur Kaltura ne peut pas ajouter de médias. Réessayer n’aide pas : demandez à l’administrateur du hub quels droits donne l’App Token du hub.',
      },
      session_refused: {
        title: 'Kaltura ne vous laisse plus entrer',
        text: 'Ce qui est arrivé est gardé 7 jours. L’administrateur du hub voit la raison dans les paramètres ; réessayez ensuite.',
      },
      conversion_failed: {
        title: 'Kaltura n’a pas pu convertir le fichier',
        text: 'Souvent, il est endommagé ou inhabituel. Lisez-le jusqu’au bout, exportez-le en MP4 (H.264) et envoyez celui-ci.',
      },
      import_failed: {
        title: 'Kaltura n’a pas pu prendre le fichier',
        text: 'Veuillez l’envoyer de nouveau. Si cela persiste, dites-le à l’administrateur du hub.',
      },
      awaits_moderation: {
        title: 'En attente d’approbation',
        text: 'Ce compte vérifie d’abord les nouveaux médias. Une fois approuvé dans Kaltura, il sera dans votre médiathèque.',
      },
      rejected: {
        title: 'Non approuvé',
        text: 'Une personne qui vérifie les nouveaux médias dans Kaltura l’a refusé. Demandez à l’administrateur du hub.',
      },
      deleted: {
        title: 'Supprimé dans Kaltura',
        text: 'Quelqu’un a supprimé le média. Envoyez le fichier de nouveau si vous en avez encore besoin.',
      },
      profile_unknown: {
        title: 'Le profil de conversion n’existe plus',
        text: 'Les paramètres du hub citent un profil de conversion que le compte n’a pas. L’administrateur du hub peut en choisir un autre ; réessayez ensuite.',
      },
      unsafe_text: {
        title: 'Kaltura n’accepte pas le nom ou la description',
        text: 'Ils contiennent quelque chose qui ressemble à du HTML. Modifiez les détails, puis réessayez.',
      },
      upstream: {
        title: 'Kaltura n’a pas répondu comme prévu',
        text: 'Ce qui est arrivé est gardé 7 jours. Réessayez dans un instant.',
      },
      internal: { title: 'L’envoi s’est arrêté', text: 'Veuillez réessayer. Si cela persiste, rechargez la page.' },
    },

    announceStart: (name) => `Envoi de ${name} commencé.`,
    announceProgress: (name, percent) => `${name} : ${percent} envoyés.`,
    announceTotal: (percent, count) => `${percent} de ${files(count)} envoyés.`,
    announceDone: (name) => `${name} est envoyé. Kaltura le traite.`,
    announceReady: (name) => `${name} est prêt.`,
    announceFailed: (name, reason) => `${name} : ${reason}.`,
  };
};
