/**
 * Where a photo stops being good enough. Found with the labelled set of `pnpm photo-check`, which prints how often each one
 * is wrong; a false alarm annoys at the roadside, a miss costs one call back, so in doubt a photo is good.
 */
export const thresholds = {
  /** Longest edge on which a photo is looked at: enough to see a blur that matters on a screen, small enough for a phone. */
  lookedAtEdge: 1024,

  /** Edges of a sharp photo rise within two or three pixels; smeared ones spread their rise over the whole window. */
  blurred: {
    /** Grey levels between the two sides of an edge; below lie noise and soft reflections. */
    minContrast: 26,
    /** Share of an edge's rise that its steepest pixel has. 0.27 is a Gaussian blur of about 1.5 pixels. */
    minSteepness: 0.27,
    /** Small print has to be read. */
    minSteepnessOfText: 0.32,
    /** Of the edges, the steeper ones decide: what is out of focus in front or behind is no fault. */
    decidingShare: 0.85,
    /** Fewer edges say nothing: a smooth door is not blurred. */
    minEdges: 40,
    /** A shaken camera smears one direction only, so each is judged by itself unless it has hardly any edges beside the other. */
    minShareOfDirection: 0.125,
    /** A photo smeared beyond recognition has edges only where it is looked at from far away. */
    farFactor: 4,
    minFarEdges: 30,
    minFarSteepness: 0.1,
  },

  /** Brightness, 0 to 255, below which these shares of the photo lie. A black car by day has a bright ground or sky beside it, lit figures stand in a dark cockpit; at night hardly anything is bright. */
  dark: { brightest: 0.97, maxBrightest: 66, most: 0.75, maxMost: 48 },

  glare: {
    /** From here on the camera recorded nothing but white. */
    clipped: 250,
    /** A white car or a sky may be clipped; that nothing in the middle is dark any more says the photo is burnt out. */
    maxClippedMiddle: 0.38,
    minDarkestMiddle: 140,
    /** A reflection: a white spot that does not touch the rim, of this share of the picture, … */
    minSpot: 0.009,
    /** … round (share of the box around it), … */
    minFill: 0.55,
    /** … and fading out: of all that it gets darker within 40 pixels of 1024, so much at most within the first 16. Painted white ends at once. */
    maxAbruptness: 0.72,
    minFall: 8,
  },

  /** Pixels of the original along its longest edge. Below, a dent is a guess and small print unreadable. */
  small: { minEdge: 800, minEdgeOfText: 1200 },

  tilted: {
    /** Degrees. Hands are never level; from here on it looks wrong. */
    minDegrees: 12,
    /** Without the camera's word only sheets are judged, by their long lines: so many times as clear as those in any other direction. */
    minClearness: 2.6,
  },

  /** How different two photos of one draft are at least (0 to 1). Two pages of a form differ in their print alone. */
  duplicate: { maxDistance: 0.1, maxDistanceOfText: 0.004 },
} as const;
