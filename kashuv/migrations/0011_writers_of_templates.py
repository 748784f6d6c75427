import django.db.models.deletion
from django.db import migrations

import kashuv.foundation.belonging


def from_the_journal(apps, editor):
    """Whoever kept a template before wrote it; one's own is one's own."""
    Template, Event = apps.get_model('kashuv', 'Template'), apps.get_model('kashuv', 'Event')
    for template in Template.objects.filter(by__isnull=True).iterator():
        told = Event.objects.filter(workspace_id=template.workspace_id, noun_id=template.id, verb='template.kept')
        kept = told.values_list('member_id', flat=True).first()
        home = Template.objects.filter(workspace_id=template.workspace_id, pk=template.pk)
        home.update(by_id=template.member_id or kept)


class Migration(migrations.Migration):

    dependencies = [
        ('kashuv', '0010_turns_of_jobs'),
    ]

    operations = [
        migrations.AddField(
            model_name='template',
            name='by',
            field=kashuv.foundation.belonging.TiedKey(db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='kashuv.member'),
        ),
        migrations.RunPython(from_the_journal, migrations.RunPython.noop),
    ]
