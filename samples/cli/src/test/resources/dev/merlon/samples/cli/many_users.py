"""Makes an organization of nested units with policies at three levels, and many IAM users, and prints
for each user and member account what controls are to say: "STATUS control-id arn".

usage: many_users.py NUMBER        (AWS_ENDPOINT_URL and credentials say where)

Each user has another mix of password, access keys, MFA device and rights.
"""
import itertools
import json
import sys

import boto3

iam = boto3.client("iam")
organizations = boto3.client("organizations")
ME = boto3.client("sts").get_caller_identity()["Account"]

PASSWORDS = [True, False]
KEYS = [0, 1, 2]
DEVICES = ["none", "virtual", "hardware", "fido"]
RIGHTS = ["none", "group", "inline", "attached"]
CODES = {"AuthenticationCode1": "123456", "AuthenticationCode2": "234567"}


def document(effect, actions, **more):
    statement = {"Effect": effect, "Action": actions, "Resource": "*", **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


EVERYTHING = document("Allow", "*")


def add_device(user, kind):
    if kind == "virtual":
        made = iam.create_virtual_mfa_device(VirtualMFADeviceName=user)
        serial = made["VirtualMFADevice"]["SerialNumber"]
    elif kind == "hardware":
        serial = "GAHT" + user.upper().replace("-", "")
    else:
        serial = f"arn:aws:iam::{ME}:u2f/user/{user}/key-0123456789"
    iam.enable_mfa_device(UserName=user, SerialNumber=serial, **CODES)


def expected(password, keys, device, rights):
    has = "FAIL" if device == "none" else "PASS"
    yield "mfa-console-users", has if password else "NOT_APPLICABLE"
    yield "mfa-all-users", has if password or keys else "NOT_APPLICABLE"
    yield "mfa-privileged-users", has if rights != "none" else "NOT_APPLICABLE"
    judged = rights != "none" and device != "none"
    virtual = "FAIL" if device == "virtual" else "PASS"
    yield "mfa-hardware-for-privileged", virtual if judged else "NOT_APPLICABLE"
    yield "mfa-access-keys-rotated", "PASS" if keys else "NOT_APPLICABLE"


def add_users(number):
    iam.create_group(GroupName="admins")
    made = iam.create_policy(PolicyName="all", PolicyDocument=EVERYTHING)
    everything = made["Policy"]["Arn"]
    iam.attach_group_policy(GroupName="admins", PolicyArn=everything)
    mixes = itertools.product(RIGHTS, DEVICES, KEYS, PASSWORDS)
    for n, (rights, device, keys, password) in enumerate(itertools.islice(mixes, number)):
        user = f"user-{n:03}"
        arn = iam.create_user(UserName=user)["User"]["Arn"]
        if password:
            iam.create_login_profile(UserName=user, Password="not-a-Secret-1")
        for _ in range(keys):
            iam.create_access_key(UserName=user)
        if device != "none":
            add_device(user, device)
        if rights == "group":
            iam.add_user_to_group(UserName=user, GroupName="admins")
        elif rights == "inline":
            iam.put_user_policy(UserName=user, PolicyName="all", PolicyDocument=EVERYTHING)
        elif rights == "attached":
            iam.attach_user_policy(UserName=user, PolicyArn=everything)
        for control, status in expected(password, keys, device, rights):
            print(status, control, arn)


def unit(parent, name):
    made = organizations.create_organizational_unit(ParentId=parent, Name=name)
    return made["OrganizationalUnit"]["Id"]


def account(parent, root, name):
    made = organizations.create_account(Email=f"{name}@example.com", AccountName=name)
    number = made["CreateAccountStatus"]["AccountId"]
    if parent != root:
        organizations.move_account(
            AccountId=number, SourceParentId=root, DestinationParentId=parent)
    return number, organizations.describe_account(AccountId=number)["Account"]["Arn"]


def attach(name, content, target):
    policy = organizations.create_policy(
        Name=name, Description="", Type="SERVICE_CONTROL_POLICY", Content=content)
    organizations.attach_policy(
        PolicyId=policy["Policy"]["PolicySummary"]["Id"], TargetId=target)


def add_organization():
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]
    organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
    workloads = unit(root, "Workloads")
    production = unit(workloads, "Production")
    sandbox = unit(root, "Sandbox")
    deep, deep_arn = account(production, root, "deep")
    _, locked_arn = account(sandbox, root, "locked")
    _, flat_arn = account(root, root, "flat")
    attach("stay", document("Deny", "organizations:Leave*"), root)
    attach("baseline", document("Deny", [
        "cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "config:*", "guardduty:*",
        "securityhub:DisableSecurityHub", "account:CloseAccount"]), workloads)
    attach("regions", json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": "Deny", "NotAction": ["iam:*", "organizations:*", "sts:*"], "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}}), sandbox)
    attach("no-keys", document("Deny", "kms:ScheduleKeyDeletion"), deep)
    for arn, protected, regions, in_unit in [
            (deep_arn, "PASS", "FAIL", "PASS"),
            (locked_arn, "FAIL", "PASS", "PASS"),
            (flat_arn, "FAIL", "FAIL", "FAIL")]:
        print("PASS org-scp-effective-on-every-account", arn)
        print(protected, "org-scp-protect-baseline", arn)
        print(regions, "org-scp-region-restriction", arn)
        print(in_unit, "org-accounts-in-ous", arn)


add_organization()
add_users(int(sys.argv[1]))
