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
    /** Share of an edge's rise that its steepest pixel has. 0.26 is a Gaussian blur of about 1.5 pixels. */
    minSteepness: 0.26,
    /** Small print has to be read. */
    minSteepnessOfText: 0.3,
    /** Of the edges, the steeper ones decide: what is out of focus in front or behind is no fault. */
    decidingShare: 0.85,
    /** Fewer edges say nothing: a smooth door is not blurred. */
    minEdges: 220,
    /** A photo smeared beyond recognition has edges only where it is looked at from far away. */
    farFactor: 4,
    minFarEdges: 60,
    minFarSteepness: 0.1,
  },

  /** Brightness, 0 to 255. A black car by day has a bright ground or sky beside it; at night even those are dark. */
  dark: { brightest: 0.97, maxBrightest: 92, most: 0.75, maxMost: 40 },

  glare: {
    /** From here on the camera recorded nothing but white. */
    clipped: 250,
    /** A white car or a sky may be clipped; that nothing in the middle is dark any more says the photo is burnt out. */
    maxClippedMiddle: 0.38,
    minDarkestMiddle: 88,
    /** A reflection: a white spot that does not touch the rim, of this share of the picture, … */
    minSpot: 0.012,
    /** … round (share of the box around it), … */
    minFill: 0.5,
    /** … and fading out softly: grey levels from its border to a little way off. Painted white ends at once. */
    maxFall: 70,
    minFall: 6,
  },

  /** Pixels of the original along its longest edge. Below, a dent is a guess and small print unreadable. */
  small: { minEdge: 800, minEdgeOfText: 1200 },

  tilted: {
    /** Degrees. Hands are never level; from here on it looks wrong. */
    minDegrees: 12,
    /** Sheets and displays: so much of all edges has to run along one direction before it says something. */
    minShare: 0.3,
  },

  /** Differing bits of 128 between two photos' fingerprints. */
  duplicate: { maxDistance: 12 },
} as const;
