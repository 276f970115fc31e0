/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares which API actions feed a fact type. Type, action and unit of ignorance are one. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadBy {

  /** The IAM actions: {@code ec2:DescribeVpcs}. All of them are needed. */
  String[] value();

  /** How far rules may join the type, and so how far the lack of it reaches. */
  Scope scope() default Scope.REGION;

  /**
   * For a call that is made once per resource, the component that holds that resource's ARN, which
   * the gap names when the call fails. Empty for other types.
   */
  String per() default "";

  /** How far the lack of a fact type reaches. */
  enum Scope {
    /** Resources of that account and Region, and those of the account without a Region. */
    REGION,
    /** All resources of that account. */
    ACCOUNT,
    /** All resources of all accounts: for types that some rule joins across accounts. */
    ORGANIZATION
  }
}
