"""The provider: the four algorithms, and the setting that says where the command is."""
import os

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import catalogue, command, words
from .words import say


class VitrineProvider(QgsProcessingProvider):
    def id(self):
        return "vitrine"

    def name(self):
        return "Vitrine"

    def icon(self):
        return QIcon(os.path.join(os.path.dirname(__file__), "icon.svg"))

    def load(self):
        from processing.core.ProcessingConfig import ProcessingConfig, Setting
        ProcessingConfig.settingIcons[self.name()] = self.icon()
        ProcessingConfig.addSetting(Setting(self.name(), "VITRINE_EXECUTABLE", say(words.SETTING), "", valuetype=Setting.FILE))
        ProcessingConfig.readSettings()
        self.refreshAlgorithms()
        return True

    def unload(self):
        from processing.core.ProcessingConfig import ProcessingConfig
        ProcessingConfig.removeSetting("VITRINE_EXECUTABLE")

    def warningMessage(self):
        from processing.core.ProcessingConfig import ProcessingConfig
        try:
            command.find(ProcessingConfig.getSetting("VITRINE_EXECUTABLE") or "")
        except command.Refused as why:
            return str(why)
        return ""

    def loadAlgorithms(self):
        from .algorithm import VitrineAlgorithm
        for verb in catalogue.ALGORITHMS:
            self.addAlgorithm(VitrineAlgorithm(verb))
