/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.pattern;

import dev.merlon.fact.Arn;

/**
 * One thing that happens, which whoever watches a topic is to be told of. Immutable.
 *
 * @param name what happened, for people: {@code AttachPolicy}
 * @param event the event of AWS CloudTrail, in no particular account yet
 * @param detailType what EventBridge calls such events
 */
public record EventProbe(String name, SampleEvent event, String detailType) {

  private static final String ACCOUNT = "{account}";
  private static final String PARTITION = "{partition}";

  /** The event as AWS CloudTrail records it in an account. */
  public SampleEvent recorded(String accountArn) {
    Arn account = Arn.of(accountArn);
    return event.replacing(ACCOUNT, account.account()).replacing(PARTITION, account.partition());
  }

  /** The event as the default event bus of an account gets it. */
  public SampleEvent delivered(String accountArn) {
    SampleEvent recorded = recorded(accountArn);
    String service = String.valueOf(recorded.value("eventSource")).split("[.]", 2)[0];
    return recorded
        .below("detail")
        .with("source", "aws." + service)
        .with("detail-type", detailType)
        .with("account", Arn.of(accountArn).account());
  }

  /** Whether the event only reads; most rules of EventBridge are not given such events. */
  public boolean isReadOnly() {
    return "true".equals(event.value("readOnly"));
  }

  /** A call of an API that succeeds, by a role as most are. */
  static EventProbe call(String eventName, String service, boolean readOnly) {
    return new EventProbe(
        eventName,
        base(eventName, service, readOnly)
            .with("eventType", "AwsApiCall")
            .with("userIdentity.type", "AssumedRole")
            .without("userIdentity.invokedBy"),
        "AWS API Call via CloudTrail");
  }

  /** A sign-in to the console that succeeds, with MFA. */
  static EventProbe signIn(String name) {
    return new EventProbe(
        name,
        base("ConsoleLogin", "signin", false)
            .with("eventType", "AwsConsoleSignIn")
            .with("responseElements.ConsoleLogin", "Success")
            .with("additionalEventData.MFAUsed", "Yes"),
        "AWS Console Sign In via CloudTrail");
  }

  private static SampleEvent base(String eventName, String service, boolean readOnly) {
    return SampleEvent.any()
        .with("eventName", eventName)
        .with("eventSource", service + ".amazonaws.com")
        .with("eventCategory", "Management")
        .with("managementEvent", "true")
        .with("readOnly", Boolean.toString(readOnly))
        .with("recipientAccountId", ACCOUNT)
        .without("errorCode", "errorMessage");
  }

  EventProbe byRoot() {
    return new EventProbe(
        name + " by the root user",
        event
            .with("userIdentity.type", "Root")
            .with("userIdentity.accountId", ACCOUNT)
            .with("userIdentity.principalId", ACCOUNT)
            .with("userIdentity.arn", "arn:" + PARTITION + ":iam::" + ACCOUNT + ":root")
            .without("userIdentity.invokedBy", "userIdentity.sessionContext.sessionIssuer"),
        detailType);
  }

  /** A user of AWS IAM, who is not federated, and who has shown a password only. */
  EventProbe byUserWithoutMfa() {
    return new EventProbe(
        name,
        event
            .with("userIdentity.type", "IAMUser")
            .with("userIdentity.accountId", ACCOUNT)
            .with("additionalEventData.MFAUsed", "No")
            .without(
                "additionalEventData.SamlProviderArn",
                "userIdentity.sessionContext",
                "userIdentity.invokedBy"),
        detailType);
  }
}
