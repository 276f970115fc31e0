/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import java.util.Arrays;

/**
 * A text with the wildcards {@code *} and {@code ?} of IAM: the set of the texts that it matches. A
 * text without wildcards is the set of itself alone, so that matching is a question about two sets.
 */
final class Glob {

  static final Glob EVERYTHING = of("*");

  private static final int STAR = -1;
  private static final int ANY = -2;
  private static final int ARN_FIELDS = 6;

  private final int[] tokens; // code points, STAR and ANY; never ANY or STAR after STAR
  private final boolean literal;
  private final int[] fieldEnds; // of the fields of an ARN: the last one holds colons of its own

  private Glob(int[] tokens) {
    this.tokens = tokens;
    boolean plain = true;
    int colons = 0;
    int[] ends = new int[ARN_FIELDS];
    for (int i = 0; i < tokens.length; i++) {
      plain &= tokens[i] >= 0;
      if (tokens[i] == ':' && colons < ARN_FIELDS - 1) {
        ends[colons++] = i;
      }
    }
    literal = plain;
    ends[colons] = tokens.length;
    fieldEnds = Arrays.copyOf(ends, colons + 1);
  }

  static Glob of(String text) {
    return new Builder().pattern(text).build();
  }

  static Glob literal(String text) {
    return new Builder().literal(text).build();
  }

  /** Returns the set without its distinction of case, which goes for what is compared with too. */
  Glob ignoringCase() {
    Builder folded = new Builder();
    for (int token : tokens) {
      folded.add(token < 0 ? token : Character.toLowerCase(Character.toUpperCase(token)));
    }
    return folded.build();
  }

  boolean isEverything() {
    return tokens.length == 1 && tokens[0] == STAR;
  }

  /**
   * Whether every text of the other set is in this one. A yes is always right; a no could be wrong
   * only for two globs of which both have wildcards.
   */
  boolean covers(Glob other) {
    return covers(0, tokens.length, other, 0, other.tokens.length);
  }

  /** The same field by field, as IAM compares ARNs: no wildcard reaches beyond a colon. */
  boolean coversAsArn(Glob other) {
    if (isEverything()) {
      return true;
    }
    if (fieldEnds.length != ARN_FIELDS || other.fieldEnds.length != ARN_FIELDS) {
      return false;
    }
    for (int field = 0; field < ARN_FIELDS; field++) {
      if (!covers(
          fieldStart(field),
          fieldEnds[field],
          other,
          other.fieldStart(field),
          other.fieldEnds[field])) {
        return false;
      }
    }
    return true;
  }

  private int fieldStart(int field) {
    return field == 0 ? 0 : fieldEnds[field - 1] + 1;
  }

  private boolean covers(int from, int end, Glob other, int otherFrom, int otherEnd) {
    int i = from;
    int j = otherFrom;
    int star = -1; // the last one passed, and how far it reaches
    int reach = j;
    while (j < otherEnd) {
      int mine = i < end ? tokens[i] : 0;
      int its = other.tokens[j];
      if (i < end && mine == STAR) {
        star = i++;
        reach = j;
      } else if (i < end && (mine == its || (mine == ANY && its != STAR))) {
        i++;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++reach;
      } else {
        return false;
      }
    }
    while (i < end && tokens[i] == STAR) {
      i++;
    }
    return i == end;
  }

  /** Whether some text is in both sets. Exact. */
  boolean intersects(Glob other) {
    if (isEverything() || other.isEverything()) {
      return true;
    }
    if (other.literal) {
      return covers(other);
    }
    if (literal) {
      return other.covers(this);
    }
    int[] its = other.tokens;
    for (int i = 0; i < tokens.length && i < its.length && tokens[i] >= 0 && its[i] >= 0; i++) {
      if (tokens[i] != its[i]) {
        return false;
      }
    }
    // from the end: whether what is left of both has a text in common
    boolean[] below = new boolean[its.length + 1];
    for (int i = tokens.length; i >= 0; i--) {
      boolean[] row = new boolean[its.length + 1];
      for (int j = its.length; j >= 0; j--) {
        row[j] = rest(i, j, its, row, below);
      }
      below = row;
    }
    return below[0];
  }

  private boolean rest(int i, int j, int[] its, boolean[] row, boolean[] below) {
    boolean mineLeft = i < tokens.length;
    boolean itsLeft = j < its.length;
    if (mineLeft && tokens[i] == STAR) {
      return below[j] || (itsLeft && row[j + 1]);
    }
    if (itsLeft && its[j] == STAR) {
      return row[j + 1] || (mineLeft && below[j]);
    }
    if (!mineLeft || !itsLeft) {
      return !mineLeft && !itsLeft;
    }
    return (tokens[i] == its[j] || tokens[i] == ANY || its[j] == ANY) && below[j + 1];
  }

  /** Whether the other set lies within this one, wholly or not at all. */
  Truth matches(Glob other) {
    if (covers(other)) {
      return Truth.TRUE;
    }
    return intersects(other) ? Truth.UNDECIDED : Truth.FALSE;
  }

  /** The same for ARNs; a match that needs a wildcard to reach beyond a colon is undecided. */
  Truth matchesAsArn(Glob other) {
    if (coversAsArn(other)) {
      return Truth.TRUE;
    }
    boolean possible = intersects(other) || completed().intersects(other.completed());
    return possible ? Truth.UNDECIDED : Truth.FALSE;
  }

  /** IAM completes the resource ARN of a policy that has fewer than six fields by wildcards. */
  private Glob completed() {
    boolean complete = fieldEnds.length == ARN_FIELDS || fieldEnds.length == 1;
    return complete ? this : new Builder().add(this).add(':').add(STAR).build();
  }

  /** Puts a glob together from parts. */
  static final class Builder {

    private int[] tokens = new int[32];
    private int size;

    Builder literal(String text) {
      text.codePoints().forEach(this::add);
      return this;
    }

    Builder pattern(String text) {
      text.codePoints().forEach(c -> add(c == '*' ? STAR : c == '?' ? ANY : c));
      return this;
    }

    private Builder add(Glob glob) {
      for (int token : glob.tokens) {
        add(token);
      }
      return this;
    }

    private Builder add(int token) {
      boolean afterStar = size > 0 && tokens[size - 1] == STAR;
      if (afterStar && token == STAR) {
        return this;
      }
      if (size == tokens.length) {
        tokens = Arrays.copyOf(tokens, size * 2);
      }
      if (afterStar && token == ANY) { // "*?" and "?*" are the same: one form for both
        tokens[size - 1] = ANY;
        tokens[size++] = STAR;
      } else {
        tokens[size++] = token;
      }
      return this;
    }

    Glob build() {
      return new Glob(Arrays.copyOf(tokens, size));
    }
  }
}
